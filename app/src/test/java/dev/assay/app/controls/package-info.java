@NullMarked
package dev.assay.app.controls;

import org.jspecify.annotations.NullMarked;
