/** Subjects answer the queries: language models under test are asked, and what they say lands beside answers that were imported. */
@NullMarked
package dev.assay.datasets.responding;

import org.jspecify.annotations.NullMarked;
