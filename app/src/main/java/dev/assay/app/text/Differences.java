package dev.assay.app.text;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import dev.assay.app.text.WordBounds.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one text says that another does not, word by word (Myers 1986). Punctuation, spacing and capitals do not count. A word or two that
 * two otherwise different passages happen to share do not end a passage.
 */
public final class Differences {

    /** Words of a text that are compared; the time grows with the product of length and difference. */
    static final int MOST_WORDS = 3_000;

    /** Shorter runs of shared words between two differing ones count as differing too. */
    private static final int SHORTEST_SHARED = 3;

    private Differences() {}

    /**
     * Marks passages of the document's text that the reference does not have; if one of the two is too long to be compared to its end, also the last
     * word that was compared. Not to be called on the JavaFX thread.
     */
    public static List<Mark> of(Document document, Document reference) {
        List<Word> words = WordBounds.of(document.text());
        List<Word> others = WordBounds.of(reference.text());
        List<Word> compared = words.subList(0, Math.min(words.size(), MOST_WORDS));
        boolean[] differs = differing(others.subList(0, Math.min(others.size(), MOST_WORDS)), compared);
        close(differs);
        List<Mark> marks = marks(compared, differs);
        if (!compared.isEmpty() && (words.size() > MOST_WORDS || others.size() > MOST_WORDS)) {
            marks.add(new Mark(compared.getLast().start(), compared.getLast().end(), Mark.Kind.LIMIT));
        }
        return marks;
    }

    private static boolean[] differing(List<Word> reference, List<Word> words) {
        boolean[] differs = new boolean[words.size()];
        for (Change change : new MyersDiffWithLinearSpace<String>().computeDiff(texts(reference), texts(words), new Silent())) {
            if (change.deltaType != DeltaType.DELETE) {
                for (int i = change.startRevised; i < change.endRevised; i++) {
                    differs[i] = true;
                }
            }
        }
        return differs;
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(word -> word.text().toLowerCase(Locale.ROOT)).toList();
    }

    /** Lets short shared runs between differing words differ too. */
    private static void close(boolean[] differs) {
        int last = -1;
        for (int i = 0; i < differs.length; i++) {
            if (differs[i]) {
                if (last >= 0 && i - last - 1 < SHORTEST_SHARED) {
                    for (int between = last + 1; between < i; between++) {
                        differs[between] = true;
                    }
                }
                last = i;
            }
        }
    }

    private static List<Mark> marks(List<Word> words, boolean[] differs) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < differs.length; i++) {
            if (differs[i]) {
                int first = i;
                while (i + 1 < differs.length && differs[i + 1]) {
                    i++;
                }
                marks.add(new Mark(words.get(first).start(), words.get(i).end(), Mark.Kind.DIFFERENT));
            }
        }
        return marks;
    }

    private static final class Silent implements DiffAlgorithmListener {
        @Override
        public void diffStart() {}

        @Override
        public void diffStep(int value, int max) {}

        @Override
        public void diffEnd() {}
    }
}
