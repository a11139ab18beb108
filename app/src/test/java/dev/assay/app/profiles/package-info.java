@NullMarked
package dev.assay.app.profiles;

import org.jspecify.annotations.NullMarked;
