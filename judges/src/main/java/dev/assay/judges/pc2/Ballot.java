package dev.assay.judges.pc2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which auxiliary answers contain which units (words, phrases, numbers). A candidate that is itself one of the auxiliary answers does not
 * vote for itself.
 *
 * @param voters fingerprints of the auxiliary answers
 * @param entries units with their voters, most votes first, then in order of appearance
 */
record Ballot(List<String> voters, List<Entry> entries) {

    /** Voters of a unit are bits of a long. */
    static final int MOST_VOTERS = 60;

    /**
     * A unit.
     *
     * @param unit as it is compared
     * @param shown as it stands in an answer
     * @param voters bit i: the answer of voter i contains it
     */
    record Entry(String unit, String shown, long voters) {

        int votes() {
            return Long.bitCount(voters);
        }
    }

    /**
     * Counts the units of the auxiliary answers.
     *
     * @param units of an answer, each with the form in which it is shown; in order of appearance
     * @param most at most so many units are kept
     */
    static Ballot count(List<AnalysedText> auxiliaries, Function<AnalysedText, Map<String, String>> units, int most) {
        Map<String, Entry> counted = new LinkedHashMap<>();
        for (int i = 0; i < auxiliaries.size(); i++) {
            long bit = 1L << i;
            units.apply(auxiliaries.get(i))
                    .forEach((unit, shown) -> counted.merge(
                            unit, new Entry(unit, shown, bit), (old, added) -> new Entry(unit, old.shown, old.voters | bit)));
        }
        List<Entry> entries = counted.values().stream()
                .sorted(Comparator.comparingInt(Entry::votes).reversed())
                .limit(most)
                .toList();
        return new Ballot(auxiliaries.stream().map(AnalysedText::fingerprint).toList(), entries);
    }

    /** Share of the voters other than the given one that have the unit, 0 to 1; 0 if there are no others. */
    double share(Entry entry, int own) {
        long others = own < 0 ? entry.voters : entry.voters & ~(1L << own);
        int count = voters.size() - (own < 0 ? 0 : 1);
        return count == 0 ? 0 : Long.bitCount(others) / (double) count;
    }

    /** Which voter an answer is, or −1. */
    int voter(AnalysedText answer) {
        return voters.indexOf(answer.fingerprint());
    }

    /** Writes this into evidence: the voters as a list, the entries as [unit, shown, voters], the form shown left out if it is the unit. */
    void writeTo(ObjectNode evidence) {
        ArrayNode voterList = evidence.putArray("voters");
        voters.forEach(voterList::add);
        ArrayNode entryList = evidence.putArray("units");
        for (Entry entry : entries) {
            ArrayNode row = entryList.addArray().add(entry.unit).add(entry.voters);
            if (!entry.shown.equals(entry.unit)) {
                row.add(entry.shown);
            }
        }
    }

    static Ballot readFrom(JsonNode evidence) {
        List<String> voters = new ArrayList<>();
        evidence.path("voters").forEach(voter -> voters.add(voter.asText()));
        List<Entry> entries = new ArrayList<>();
        for (JsonNode row : evidence.path("units")) {
            String unit = row.path(0).asText();
            entries.add(new Entry(unit, row.path(2).asText(unit), row.path(1).asLong()));
        }
        return new Ballot(voters, entries);
    }
}
