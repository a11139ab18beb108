package dev.assay.taxonomy.tagging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first turns of the mt_bench questions whose category is one of the six domains; stem and humanities count as knowledge. They are the
 * test set of the domain classifier: it is not trained on them, and its parameters come from cross-validation on the labelled queries. They are not
 * wholly unseen, though: their figures by category were looked at a few times while it was made, which led to more labelled queries of
 * role play and knowledge, and to leaving hand-written cues out.
 *
 * @param category as the data set calls it
 * @param domain the domain it stands for
 * @param text the first turn
 */
record MtBench(String category, QueryDomain domain, String text) {

    static List<MtBench> read(Path questions) throws IOException {
        List<MtBench> read = new ArrayList<>();
        try (var rows = new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(questions.toFile())) {
            while (rows.hasNext()) {
                JsonNode row = rows.next();
                String category = row.required("category").asText();
                domain(category).ifPresent(domain ->
                        read.add(new MtBench(category, domain, row.required("turns").get(0).asText())));
            }
        }
        return read;
    }

    private static Optional<QueryDomain> domain(String category) {
        return switch (category) {
            case "stem", "humanities" -> Optional.of(QueryDomain.KNOWLEDGE);
            default -> QueryDomain.named(category);
        };
    }
}
