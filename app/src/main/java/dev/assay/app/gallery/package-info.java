/** The view Figures: all charts of the study, as they will stand in the file. */
@NullMarked
package dev.assay.app.gallery;

import org.jspecify.annotations.NullMarked;
