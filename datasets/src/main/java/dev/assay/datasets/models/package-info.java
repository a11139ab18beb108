/** Language models: what they are asked, what they answer, how they fail; the port behind which every provider lies. */
@NullMarked
package dev.assay.datasets.models;

import org.jspecify.annotations.NullMarked;
