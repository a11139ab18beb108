/** The rules of the whole house. */
@NullMarked
package dev.assay.app.architecture;

import org.jspecify.annotations.NullMarked;
