@NullMarked
package dev.assay.app.reports;

import org.jspecify.annotations.NullMarked;
