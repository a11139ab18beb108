/** The models of a person: their file, what is allowed in it, what they cost, what runs on this computer, and whether they work. */
@NullMarked
package dev.assay.datasets.models.registry;

import org.jspecify.annotations.NullMarked;
