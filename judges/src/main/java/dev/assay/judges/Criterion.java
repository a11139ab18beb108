package dev.assay.judges;

/**
 * Something by which answers to one query differ in quality.
 *
 * @param name short
 * @param description what a good answer does
 * @param weight its share of the score in percent, 1 to 100; the weights of a query sum to 100
 * @param evidence what the engine that derived it needs to score by it, as a JSON object; {@code {}} if nothing
 */
public record Criterion(String name, String description, int weight, String evidence) {

    public Criterion {
        if (weight < 1 || weight > 100) {
            throw new IllegalArgumentException("the weight of a criterion lies between 1 and 100, not at " + weight);
        }
    }
}
