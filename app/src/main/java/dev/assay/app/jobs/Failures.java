package dev.assay.app.jobs;

import dev.assay.app.text.CleanText;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.UnitTable;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.models.ledger.StoredCall;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.study.Reading;
import dev.assay.judges.Judgment;
import dev.assay.judges.JudgmentTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Units of a run that failed for one cause.
 *
 * @param cause in a few words
 * @param words what it means, as a sentence without its full stop; may be empty
 * @param advice what can be done; may be empty
 */
record Failures(String cause, long units, String words, String advice, Example example) {

    private static final int LONGEST_REPLY = 600;
    private static final int LONGEST_QUERY = 160;

    /**
     * One of them.
     *
     * @param subject whose answer it would have been
     * @param query as far as the unit names one that is in the study
     * @param detail what was said, in a line; may be empty
     * @param reply how the reply begins, if there was one: somebody's text, to be shown as it is
     */
    record Example(String subject, Optional<QueryLink> query, String detail, Optional<String> reply) {}

    /**
     * A query to go to.
     *
     * @param number of the query in the study
     * @param begin of its text
     */
    record QueryLink(String id, int number, String begin) {}

    /** By cause, the most frequent first. */
    static List<Failures> of(Reading reading, Run run) {
        List<Failures> groups = new ArrayList<>();
        new UnitTable().failures(reading, run.id()).forEach(group -> groups.add(ofUnits(reading, run, group)));
        if (run.step().equals(Judgment.STEP)) {
            new JudgmentTable().failures(reading, run.id()).forEach(group -> groups.add(new Failures(
                    group.failure(), group.judgments(), "", "", new Example(group.subject(), link(reading, group.queryId()), "", Optional.empty()))));
        }
        return groups;
    }

    private static Failures ofUnits(Reading reading, Run run, UnitTable.FailureGroup group) {
        Optional<FailureKind> kind = FailureKind.fromId(group.cause());
        Unit unit = Unit.of(group.example());
        Optional<String> reply = new CallTable()
                .latest(reading, run.id(), group.example(), group.cause())
                .map(StoredCall::call)
                .flatMap(call -> call.text().filter(text -> !text.isBlank()).or(call::body))
                .filter(text -> !text.isBlank())
                .map(text -> begin(text, LONGEST_REPLY));
        return new Failures(
                group.cause(), group.units(), kind.map(FailureKind::inWords).orElse(""), kind.map(FailureAdvice::of).orElse(""),
                new Example(unit.subject(), link(reading, unit.query()), withoutWords(group.detail(), kind), reply));
    }

    /** The detail says first what the cause says already. */
    private static String withoutWords(String detail, Optional<FailureKind> kind) {
        String words = kind.map(FailureKind::inWords).orElse("");
        if (!words.isEmpty() && detail.startsWith(words)) {
            String rest = detail.substring(words.length()).strip();
            return CleanText.of(rest.startsWith("(") && rest.endsWith(")") ? rest.substring(1, rest.length() - 1) : rest);
        }
        return CleanText.of(detail);
    }

    private static Optional<QueryLink> link(Reading reading, String id) {
        QueryTable queries = new QueryTable();
        Optional<Query> query = queries.find(reading, id);
        return query.flatMap(found -> queries.number(reading, id).map(number -> new QueryLink(id, number, begin(oneLine(found.text()), LONGEST_QUERY))));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String begin(String text, int longest) {
        String clean = CleanText.of(text.length() > 2 * longest ? text.substring(0, 2 * longest) : text);
        int length = clean.codePointCount(0, clean.length());
        return length <= longest ? clean : clean.substring(0, clean.offsetByCodePoints(0, longest)) + "…";
    }

    /** A unit by its key: subject, query, replicate. Names of subjects may have slashes. */
    private record Unit(String subject, String query) {

        static Unit of(String key) {
            int last = key.lastIndexOf('/');
            int first = last < 0 ? -1 : key.lastIndexOf('/', last - 1);
            return first < 0 ? new Unit("", key) : new Unit(key.substring(0, first), key.substring(first + 1, last));
        }
    }
}
