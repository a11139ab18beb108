@NullMarked
package dev.assay.app.overview;

import org.jspecify.annotations.NullMarked;
