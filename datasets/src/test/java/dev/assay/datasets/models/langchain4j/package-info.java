@NullMarked
package dev.assay.datasets.models.langchain4j;

import org.jspecify.annotations.NullMarked;
