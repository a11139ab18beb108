/** The window around the views: navigation, toolbar, palette, job tray, dialogs, and opening and closing studies. */
@NullMarked
package dev.assay.app.shell;

import org.jspecify.annotations.NullMarked;
