@NullMarked
package dev.assay.app.gallery;

import org.jspecify.annotations.NullMarked;
