/** What a study is made of, as values: queries, subjects, responses, preferences. */
@NullMarked
package dev.assay.datasets.records;

import org.jspecify.annotations.NullMarked;
