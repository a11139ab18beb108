package dev.assay.app.listing;

import java.util.Optional;

/** Which of the queries that a run has judged a subject on. */
public sealed interface JudgedPart {

    /** Those with a score. */
    record Scored() implements JudgedPart {

        @Override
        public Optional<String> written() {
            return Optional.empty();
        }
    }

    /** Those with an answer that has no score, since judging it failed. */
    record Failed() implements JudgedPart {

        @Override
        public Optional<String> written() {
            return Optional.of(FAILED);
        }
    }

    /**
     * Those on which a criterion costs the subject points.
     *
     * @param criterion its name
     * @param reference with whom the subject is compared; the mean of all others if empty
     */
    record Lower(String criterion, Optional<String> reference) implements JudgedPart {

        @Override
        public Optional<String> written() {
            return Optional.of(String.join(BETWEEN, LOWER, reference.orElse(""), criterion));
        }
    }

    String FAILED = "failed";
    String LOWER = "lower";
    String BETWEEN = "\n";

    /** As a parameter of a place; empty for what is usual. */
    Optional<String> written();

    /** What is not understood is the usual part. */
    static JudgedPart parse(String text) {
        String[] words = text.split(BETWEEN, 3);
        return switch (words[0]) {
            case FAILED -> new Failed();
            case LOWER -> words.length == 3
                    ? new Lower(words[2], Optional.of(words[1]).filter(name -> !name.isEmpty()))
                    : new Scored();
            default -> new Scored();
        };
    }
}
