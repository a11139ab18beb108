/** Sentence embeddings computed inside the process, and the study's cache of them. */
@NullMarked
package dev.assay.datasets.embedding;

import org.jspecify.annotations.NullMarked;
