/** The view Profiles: the score tree of one or several subjects side by side. */
@NullMarked
package dev.assay.app.profiles;

import org.jspecify.annotations.NullMarked;
