package dev.assay.taxonomy.tagging;

import java.util.Locale;
import java.util.Optional;

/** The six domains that the classifier of queries knows (Feedbacker, TaxBuilder). */
enum QueryDomain {
    WRITING,
    ROLEPLAY,
    KNOWLEDGE,
    CODING,
    MATHEMATICS,
    REASONING;

    /** The domain that a name means, whatever its case and however its words are joined ("Role-Play", "maths"). */
    static Optional<QueryDomain> named(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
        return switch (plain) {
            case "writing", "creative writing" -> Optional.of(WRITING);
            case "roleplay", "role play", "role playing", "roleplaying" -> Optional.of(ROLEPLAY);
            case "knowledge", "general knowledge", "world knowledge" -> Optional.of(KNOWLEDGE);
            case "coding", "code", "programming", "software" -> Optional.of(CODING);
            case "mathematics", "math", "maths" -> Optional.of(MATHEMATICS);
            case "reasoning", "logic", "logical reasoning" -> Optional.of(REASONING);
            default -> Optional.empty();
        };
    }

    /** As it is written in the labelled queries. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
