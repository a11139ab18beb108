/** Structured replies: the object in what a model wrote, or a typed failure; never another object. */
@NullMarked
package dev.assay.datasets.models.replies;

import org.jspecify.annotations.NullMarked;
