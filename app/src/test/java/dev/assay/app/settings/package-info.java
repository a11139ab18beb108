/** Tests of the view in which a person sets up the program. */
@NullMarked
package dev.assay.app.settings;

import org.jspecify.annotations.NullMarked;
