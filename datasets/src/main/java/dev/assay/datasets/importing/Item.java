package dev.assay.datasets.importing;

import dev.assay.datasets.records.Query;
import java.util.List;
import java.util.Optional;

/** One thing that a file brings along, in the order in which it can be stored. */
public sealed interface Item {

    ItemKind kind();

    /** An id that a data set gives to a query. */
    record ExternalId(String collection, String id) {}

    /** How an item names the query that it belongs to. */
    sealed interface QueryRef {}

    /** The query itself; it stands in the same row. */
    record ByContent(Query query) implements QueryRef {}

    /** An id: one of a data set in this collection, or else Assay's own. */
    record ById(String collection, String id) implements QueryRef {}

    /** Which of a subject's answers to a query is meant. */
    sealed interface AnswerRef {
        String subject();
    }

    /**
     * By its number.
     *
     * @param replicate counted from 0
     */
    record Numbered(String subject, int replicate) implements AnswerRef {}

    /** The answer of these words. */
    record Worded(String subject, String text) implements AnswerRef {}

    /** A query and the ids it has elsewhere. */
    record QueryItem(Query query, List<ExternalId> ids) implements Item {
        @Override
        public ItemKind kind() {
            return ItemKind.QUERIES;
        }
    }

    /**
     * An answer. A numbered one is rejected where another text stands under its number; a worded one takes the next free number where
     * the subject has answers of other words only.
     */
    record ResponseItem(QueryRef query, AnswerRef answer, String text, List<String> followUps) implements Item {
        @Override
        public ItemKind kind() {
            return ItemKind.RESPONSES;
        }
    }

    /**
     * A preference between two answers.
     *
     * @param value as {@link dev.assay.datasets.records.Preference#value}
     */
    record PreferenceItem(QueryRef query, AnswerRef a, AnswerRef b, String annotator, double value, String reason)
            implements Item {
        @Override
        public ItemKind kind() {
            return ItemKind.PREFERENCES;
        }
    }

    /**
     * Where scores that a data set brings along come from. Equal origins are one run, over however many files they are spread.
     *
     * @param format name of the import format
     * @param annotator the judge, in the words of the data set
     * @param baseline the subject against whose answers it judged; empty if none
     * @param low the worst score there can be, if it is known
     * @param high the best score there can be, if it is known
     */
    record ScoreOrigin(
            String format, String annotator, Optional<String> baseline, Optional<Double> low, Optional<Double> high) {}

    /** How an answer was judged. */
    sealed interface Verdict {}

    /**
     * A score.
     *
     * @param score finite, on the scale of the origin
     */
    record Scored(double score, String reason) implements Verdict {}

    /** No score: what the data set says instead. Never a score. */
    record Unscored(String failure) implements Verdict {}

    /** A judgment that a data set brings along. */
    record ScoreItem(QueryRef query, AnswerRef answer, ScoreOrigin origin, Verdict verdict) implements Item {
        @Override
        public ItemKind kind() {
            return ItemKind.JUDGMENTS;
        }
    }

    /** Tags by name, below one basis of a domain. Names need not be unique there. */
    record TagsItem(QueryRef query, String domain, String basis, List<String> names) implements Item {
        @Override
        public ItemKind kind() {
            return ItemKind.TAGS;
        }
    }

    /**
     * A node of the taxonomy, after those above it.
     *
     * @param names from the domain down
     */
    record NodeItem(List<String> names) implements Item {
        @Override
        public ItemKind kind() {
            return ItemKind.TAXONOMY_NODES;
        }
    }
}
