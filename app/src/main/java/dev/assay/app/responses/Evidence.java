package dev.assay.app.responses;

import dev.assay.app.text.Mark;
import dev.assay.app.text.Quotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why an answer has a score, and where in it that is to be seen.
 *
 * @param cell whose reason it is
 * @param reason in the judge's words; why judging failed, if it did
 * @param failed whether it did
 * @param quotes what the reason quotes, in order
 * @param marks of the quotes in the answer, for each of its turns
 */
record Evidence(Cell cell, String reason, boolean failed, List<Quote> quotes, List<List<Mark>> marks) {

    /**
     * Something quoted.
     *
     * @param turn in which it was found first, from 0
     * @param found its first place in that turn as it was written, if it is there
     */
    record Quote(String text, int turn, Optional<Quotation.Range> found) {}

    /** Looks for what a reason quotes in an answer. Not on the JavaFX thread. */
    static Evidence of(Cell cell, String reason, boolean failed, Answer.Replicate answer) {
        List<String> texts = failed ? List.of() : Quotation.quotes(reason);
        List<Quote> quotes = texts.stream().map(text -> quote(text, answer)).toList();
        List<List<Mark>> marks = new ArrayList<>();
        answer.turns().forEach(turn -> marks.add(Quotation.marks(turn.document(), texts, Mark.Kind.QUOTE)));
        return new Evidence(cell, reason, failed, quotes, marks);
    }

    private static Quote quote(String text, Answer.Replicate answer) {
        for (int turn = 0; turn < answer.turns().size(); turn++) {
            List<Quotation.Range> places = Quotation.find(answer.turns().get(turn).source(), text);
            if (!places.isEmpty()) {
                return new Quote(text, turn, Optional.of(places.getFirst()));
            }
        }
        return new Quote(text, 0, Optional.empty());
    }
}
