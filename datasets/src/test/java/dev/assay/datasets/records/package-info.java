/** Tests of the records and their tables. */
@NullMarked
package dev.assay.datasets.records;

import org.jspecify.annotations.NullMarked;
