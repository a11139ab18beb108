package dev.assay.app.responses;

import dev.assay.app.responses.Answer.Replicate;
import dev.assay.app.text.Manuscript;
import java.util.ArrayList;
import java.util.List;

/** A sheet in which one text is shown further than before. */
final class Lengthening {

    private Lengthening() {}

    static Sheet of(Sheet sheet, String subject, int replicate, int turn, Manuscript longer) {
        List<Answer> answers = sheet.answers().stream()
                .map(answer -> answer.subject().equals(subject) ? lengthened(answer, replicate, turn, longer) : answer)
                .toList();
        return new Sheet(
                sheet.query(), sheet.number(), sheet.place(), sheet.listed(), sheet.turns(), sheet.tags(), sheet.runs(), sheet.run(), sheet.criteria(), answers);
    }

    private static Answer lengthened(Answer answer, int number, int turn, Manuscript longer) {
        List<Replicate> replicates = answer.replicates().stream()
                .map(one -> one.number() == number ? lengthened(one, turn, longer) : one)
                .toList();
        return new Answer(answer.subject(), answer.baseline(), replicates);
    }

    private static Replicate lengthened(Replicate replicate, int turn, Manuscript longer) {
        List<Manuscript> turns = new ArrayList<>(replicate.turns());
        turns.set(turn, longer);
        return new Replicate(replicate.number(), turns, replicate.characters(), replicate.judged());
    }
}
