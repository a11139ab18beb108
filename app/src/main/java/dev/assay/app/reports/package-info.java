/** What a study says, as files that go out of the house: the report, tables for papers, and the manifest that tells how they were made. */
@NullMarked
package dev.assay.app.reports;

import org.jspecify.annotations.NullMarked;
