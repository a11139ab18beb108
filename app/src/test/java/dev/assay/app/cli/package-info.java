@NullMarked
package dev.assay.app.cli;

import org.jspecify.annotations.NullMarked;
