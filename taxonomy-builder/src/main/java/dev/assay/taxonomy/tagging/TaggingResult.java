package dev.assay.taxonomy.tagging;

import dev.assay.datasets.jobs.RunState;

/**
 * What tagging did, and how the study stands after it.
 *
 * @param runId the run that the new tags point to
 * @param state done, or cancelled with the tags made so far kept
 * @param tagged queries that got their tags now
 * @param untagged queries of the study that have no tag
 * @param tagsPerQuery mean number of tags of a query that has any, over the whole study, nodes above a tag not counted; 0 if none has
 * @param nodesBelowMinimum nodes of the taxonomy with fewer queries, their own and those of all nodes below them, than asked for
 * @param truncated of the queries tagged now, how many were too long to be read to their end
 */
public record TaggingResult(
        String runId, RunState state, int tagged, int untagged, double tagsPerQuery, int nodesBelowMinimum, int truncated) {}
