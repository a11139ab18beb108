/** What services have in common over HTTP: connections, headers, and what replies and failures say. */
@NullMarked
package dev.assay.datasets.models.http;

import org.jspecify.annotations.NullMarked;
