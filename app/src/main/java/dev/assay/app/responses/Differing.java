package dev.assay.app.responses;

import dev.assay.app.text.Differences;
import dev.assay.app.text.Document;
import dev.assay.app.text.Manuscript;
import dev.assay.app.text.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where answers say something else than one of them. */
final class Differing {

    private Differing() {}

    /** Marks for each turn of each subject's chosen answer; none for the one that the others are compared with. Not on the JavaFX thread. */
    static Map<String, List<List<Mark>>> from(Column base, List<Column> columns) {
        List<Manuscript> reference = base.chosen().turns();
        Map<String, List<List<Mark>>> marks = new HashMap<>();
        for (Column column : columns) {
            List<List<Mark>> ofTurns = new ArrayList<>();
            for (int turn = 0; turn < column.chosen().turns().size() && !column.subject().equals(base.subject()); turn++) {
                Document other = turn < reference.size() ? reference.get(turn).document() : Document.EMPTY;
                ofTurns.add(Differences.of(column.chosen().turns().get(turn).document(), other));
            }
            marks.put(column.subject(), ofTurns);
        }
        return marks;
    }
}
