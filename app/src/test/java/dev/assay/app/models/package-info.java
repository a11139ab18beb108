@NullMarked
package dev.assay.app.models;

import org.jspecify.annotations.NullMarked;
