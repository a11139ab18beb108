/** How much a service is asked: requests and tokens per minute, calls at the same time, waiting after a failure, and when to stop. */
@NullMarked
package dev.assay.datasets.models.limits;

import org.jspecify.annotations.NullMarked;
