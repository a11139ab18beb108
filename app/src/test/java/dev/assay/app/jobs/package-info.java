@NullMarked
package dev.assay.app.jobs;

import org.jspecify.annotations.NullMarked;
