/** The view Models: the language models of the person. */
@NullMarked
package dev.assay.app.models;

import org.jspecify.annotations.NullMarked;
