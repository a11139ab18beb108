@NullMarked
package dev.assay.app.categories;

import org.jspecify.annotations.NullMarked;
