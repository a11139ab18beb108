package dev.assay.app.overview;

import dev.assay.app.overview.Glance.Judged;
import dev.assay.app.reports.StudySize;
import dev.assay.datasets.Counted;
import dev.assay.datasets.jobs.RunState;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What to do next.
 *
 * @param sentence why
 * @param button what the button says
 * @param others what else can be done now
 */
record NextStep(String sentence, String button, StepWork work, Set<StepWork> others) {

    /** @param running name of what runs at the moment */
    static NextStep of(Glance glance, Optional<String> running) {
        NextStep next = running.map(name -> whileRunning(glance, name)).orElseGet(() -> after(glance));
        Set<StepWork> others = EnumSet.noneOf(StepWork.class);
        others.addAll(possible(glance, running.isPresent()));
        others.remove(next.work());
        return new NextStep(next.sentence(), next.button(), next.work(), others);
    }

    private static NextStep whileRunning(Glance glance, String name) {
        return glance.size().responses() > 0
                ? step(name + " is running. Meanwhile the answers can be read.", "Read the answers", StepWork.READ_ANSWERS)
                : step(name + " is running. More can be imported after it.", "Import data", StepWork.IMPORT);
    }

    private static NextStep after(Glance glance) {
        StudySize size = glance.size();
        if (!glance.writable()) {
            return step("This study is open for reading only: it can be looked at, not changed.", "Look at the profiles", StepWork.SEE_PROFILE);
        }
        if (size.queries() == 0) {
            return step("This study is empty. Import queries and the answers of the models to compare.", "Import data", StepWork.IMPORT);
        }
        if (glance.answering().filter(NextStep::waits).isPresent()) {
            return answeringWaits(glance.answering().get());
        }
        if (size.responses() == 0) {
            return step(
                    Counted.of(size.queries(), "query", "queries")
                            + " and no answer yet. Import what the models answered, or have models answer (in Other steps).",
                    "Import answers", StepWork.IMPORT);
        }
        if (size.nodes() == 0) {
            return step("There is no taxonomy. With one, each model's strengths and weaknesses show.", "Import a taxonomy", StepWork.IMPORT);
        }
        if (glance.untagged() > 0) {
            return step(
                    Counted.of(glance.untagged(), "query has", "queries have") + " no place in the taxonomy yet. Tagging runs on this computer.",
                    counted("Tag %,d", glance.untagged()), StepWork.TAG);
        }
        return glance.judged().map(NextStep::afterJudging).orElseGet(() -> step(
                Counted.of(size.responses(), "answer is", "answers are") + " not judged yet. The local engine judges without a language model.",
                "Judge…", StepWork.JUDGE));
    }

    /** A run that a person has cancelled does not ask to be gone on with. */
    private static boolean waits(Glance.Answering answering) {
        return answering.stopped() && answering.run().state() != RunState.CANCELLED;
    }

    private static NextStep answeringWaits(Glance.Answering answering) {
        return step(
                String.format(Locale.ROOT, "Answering stopped at %,d of %,d; why stands in Jobs. It goes on where it was.", answering.units().done(), answering.units().total()),
                "Go on answering", StepWork.GO_ON_ANSWERING);
    }

    private static NextStep afterJudging(Judged judged) {
        if (judged.canGoOn() && judged.stopped()) {
            return step(
                    String.format(Locale.ROOT, "Judging stopped at %,d of %,d. It goes on where it was.", judged.units().done(), judged.units().total()),
                    "Go on judging", StepWork.GO_ON);
        }
        if (judged.canGoOn() && judged.run().state() == RunState.PARTLY_DONE) {
            return step(
                    Counted.of(judged.units().failed(), "judgment") + " failed. What failed is tried again; the rest stays as it is.",
                    counted("Try %,d again", judged.units().failed()), StepWork.GO_ON);
        }
        return step("Everything is judged. The profiles show where the models differ, and how sure that is.", "Look at the profiles", StepWork.SEE_PROFILE);
    }

    private static Set<StepWork> possible(Glance glance, boolean busy) {
        Set<StepWork> possible = EnumSet.noneOf(StepWork.class);
        if (glance.writable()) {
            possible.add(StepWork.IMPORT);
            if (!busy && glance.size().queries() > 0) {
                possible.add(StepWork.RESPOND);
            }
            if (!busy && glance.answering().filter(Glance.Answering::canGoOn).isPresent()) {
                possible.add(StepWork.GO_ON_ANSWERING);
            }
            if (!busy && glance.untagged() > 0 && glance.size().nodes() > 0) {
                possible.add(StepWork.TAG);
            }
            if (!busy && glance.size().responses() > 0) {
                possible.add(StepWork.JUDGE);
            }
            if (!busy && glance.judged().filter(Judged::canGoOn).isPresent()) {
                possible.add(StepWork.GO_ON);
            }
        }
        if (glance.size().responses() > 0) {
            possible.add(StepWork.READ_ANSWERS);
        }
        if (glance.judged().isPresent()) {
            possible.add(StepWork.SEE_PROFILE);
            possible.add(StepWork.SEE_FIGURES);
        }
        return possible;
    }

    private static NextStep step(String sentence, String button, StepWork work) {
        return new NextStep(sentence, button, work, Set.of());
    }

    private static String counted(String words, long count) {
        return words.replace("%,d", String.format(Locale.ROOT, "%,d", count));
    }
}
