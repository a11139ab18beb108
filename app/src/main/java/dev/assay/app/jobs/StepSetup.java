package dev.assay.app.jobs;

import dev.assay.app.steps.ModelCalls;
import dev.assay.app.steps.Pc2Setup;
import dev.assay.app.steps.RespondSetup;
import dev.assay.datasets.jobs.Run;
import java.util.Optional;

/** A step of a study with what was chosen for it. The same again goes on with the same run. */
public sealed interface StepSetup {

    /** As a job is called that does it. */
    String title();

    /** Queries get their places in the taxonomy, by the local engine. */
    record Tag() implements StepSetup {
        @Override
        public String title() {
            return "Tagging";
        }
    }

    /** Answers are judged by PC2, by the local engine. */
    record Judge(Pc2Setup choices) implements StepSetup {
        @Override
        public String title() {
            return "PC2 judging";
        }
    }

    /** Models answer the queries. */
    record Respond(RespondSetup choices, ModelCalls calls) implements StepSetup {
        @Override
        public String title() {
            return choices.subjects().size() == 1 ? "Answers of " + choices.subjects().getFirst() : "Answers of " + choices.subjects().size() + " models";
        }
    }

    /** Whether the same run does both. How models are asked, and for how much, makes no other run. */
    default boolean isOfSameRun(StepSetup other) {
        if (this instanceof Respond(RespondSetup mine, ModelCalls _)) {
            return other instanceof Respond(RespondSetup yours, ModelCalls _) && mine.equals(yours);
        }
        return equals(other);
    }

    /** What a run was begun with; empty for what the window cannot do, such as an import. */
    static Optional<StepSetup> of(Run run) {
        if (run.step().equals("tag")) {
            return Optional.of(new Tag());
        }
        Optional<StepSetup> judge = Pc2Setup.of(run).map(Judge::new);
        return judge.isPresent() ? judge : RespondSetup.of(run).map(choices -> new Respond(choices, ModelCalls.of(run)));
    }
}
