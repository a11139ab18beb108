package dev.assay.app.responses;

import dev.assay.app.responses.Judged.Scored;
import dev.assay.app.text.Manuscript;
import java.util.List;

/**
 * What a subject said to a query, once or several times.
 *
 * @param baseline whether it is the yardstick of the run
 * @param replicates never empty, in order
 */
record Answer(String subject, boolean baseline, List<Replicate> replicates) {

    /**
     * One of the subject's answers.
     *
     * @param number as in the study, from 0
     * @param turns its texts, one for each turn of the query that it answers
     * @param characters of all turns, in code points
     */
    record Replicate(int number, List<Manuscript> turns, int characters, Judged judged) {
        public Replicate {
            turns = List.copyOf(turns);
        }
    }

    Answer {
        replicates = List.copyOf(replicates);
    }

    /** The replicate of this number, or the first one. */
    Replicate replicate(int number) {
        return replicates.stream().filter(replicate -> replicate.number() == number).findFirst().orElse(replicates.getFirst());
    }

    /** Scores of all replicates that have one. */
    List<Scored> scored() {
        return replicates.stream().map(Replicate::judged).filter(Scored.class::isInstance).map(Scored.class::cast).toList();
    }
}
