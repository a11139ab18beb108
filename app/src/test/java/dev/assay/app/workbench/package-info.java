/** Tests of the contract between the shell and the views. */
@NullMarked
package dev.assay.app.workbench;

import org.jspecify.annotations.NullMarked;
