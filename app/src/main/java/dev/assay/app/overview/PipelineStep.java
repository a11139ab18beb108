package dev.assay.app.overview;

import dev.assay.app.overview.Glance.Judged;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.Counted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far one step of a study is.
 *
 * @param detail in a few words, with numbers
 * @param view where it is looked at
 */
record PipelineStep(String name, State state, String detail, ViewId view) {

    /** How far a step can be. */
    enum State {
        /** Not begun. */
        OPEN("not begun"),
        /** Begun, and not at its end. */
        PART("in part"),
        RUNNING("running"),
        /** Nothing is left, or nothing was needed. */
        DONE("done");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** What runs, if anything does. */
    record Running(StepWork work, double fraction) {

        String percent() {
            return fraction < 0 ? "begun" : String.format(Locale.ROOT, "%.0f\u2009%%", Math.floor(100 * fraction));
        }
    }

    /** The steps that this version has, in their order. */
    static List<PipelineStep> of(Glance glance, Optional<Running> running) {
        return List.of(imported(glance), answered(glance, running), tagged(glance, running), criteria(glance), judged(glance, running));
    }

    private static PipelineStep imported(Glance glance) {
        int queries = glance.size().queries();
        return new PipelineStep("Imported", queries > 0 ? State.DONE : State.OPEN, counted(queries, "query"), ViewId.QUERIES);
    }

    private static PipelineStep answered(Glance glance, Optional<Running> running) {
        Optional<Running> mine = running.filter(now -> now.work() == StepWork.RESPOND);
        int answers = glance.size().responses();
        boolean isWhole = glance.answering().filter(Glance.Answering::canGoOn).isEmpty();
        State state = mine.isPresent() ? State.RUNNING : answers == 0 ? State.OPEN : isWhole ? State.DONE : State.PART;
        String failed = glance.answering()
                .map(answering -> answering.units().failed())
                .filter(count -> count > 0)
                .map(count -> String.format(Locale.ROOT, ", %,d failed", count))
                .orElse("");
        String detail = mine.map(now -> "answering, " + now.percent()).orElseGet(() -> counted(answers, "answer") + failed);
        return new PipelineStep("Answered", state, detail, mine.isPresent() ? ViewId.JOBS : ViewId.RESPONSES);
    }

    private static PipelineStep tagged(Glance glance, Optional<Running> running) {
        Optional<Running> mine = running.filter(now -> now.work() == StepWork.TAG);
        String detail = mine.map(now -> "tagging, " + now.percent())
                .orElseGet(() -> glance.size().nodes() == 0 ? "no taxonomy" : of(glance.tagged(), glance.size().queries()));
        return new PipelineStep("Tagged", state(mine, glance.tagged(), glance.size().queries()), detail, ViewId.QUERIES);
    }

    private static PipelineStep criteria(Glance glance) {
        Optional<Judged> judged = glance.judged();
        if (judged.isPresent() && judged.get().criteria().isEmpty()) {
            return new PipelineStep("Criteria", State.DONE, "none needed", ViewId.RESPONSES);
        }
        int done = judged.flatMap(Judged::criteria).orElse(0);
        int total = judged.map(Judged::queries).orElse(glance.size().queries());
        return new PipelineStep("Criteria", state(Optional.empty(), done, total), of(done, total), ViewId.RESPONSES);
    }

    private static PipelineStep judged(Glance glance, Optional<Running> running) {
        Optional<Running> mine = running.filter(now -> now.work() == StepWork.JUDGE);
        if (mine.isPresent()) {
            return new PipelineStep("Judged", State.RUNNING, "judging, " + mine.get().percent(), ViewId.PROFILES);
        }
        if (glance.judged().isEmpty()) {
            return new PipelineStep("Judged", State.OPEN, of(0, glance.size().responses()), ViewId.PROFILES);
        }
        Judged last = glance.judged().get();
        boolean whole = last.units().failed() == 0 && !last.stopped();
        String failed = last.units().failed() > 0 ? String.format(Locale.ROOT, ", %,d failed", last.units().failed()) : "";
        String detail = of(last.units().done(), last.units().total()) + failed;
        return new PipelineStep("Judged", whole ? State.DONE : State.PART, detail, ViewId.PROFILES);
    }

    private static State state(Optional<Running> running, long done, long total) {
        if (running.isPresent()) {
            return State.RUNNING;
        }
        return done == 0 ? State.OPEN : done < total ? State.PART : State.DONE;
    }

    private static String of(long done, long total) {
        return total == 0 ? "nothing yet" : String.format(Locale.ROOT, "%,d of %,d", done, total);
    }

    private static String counted(int count, String one) {
        String many = one.equals("query") ? "queries" : one + "s";
        return count == 0 ? "nothing yet" : Counted.of(count, one, many);
    }
}
