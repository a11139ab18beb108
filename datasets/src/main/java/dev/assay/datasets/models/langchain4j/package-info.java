/** The providers' protocols, by LangChain4j; the only package that knows it. */
@NullMarked
package dev.assay.datasets.models.langchain4j;

import org.jspecify.annotations.NullMarked;
