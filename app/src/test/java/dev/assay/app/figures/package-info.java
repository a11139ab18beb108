@NullMarked
package dev.assay.app.figures;

import org.jspecify.annotations.NullMarked;
