package dev.assay.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.steps.ModelCalls;
import dev.assay.app.testing.FixedModels;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.Price;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is asked here: the address leads nowhere. */
class RespondModelTest {

    private static final Optional<URI> NOWHERE = Optional.of(URI.create("https://models.invalid/v1"));
    private static final ModelDefinition PRICED = ModelDefinition.of("priced", Provider.OPENAI, "m", NOWHERE).at(new Price(2, 6));
    private static final ModelDefinition UNPRICED = ModelDefinition.of("unpriced", Provider.OPENAI, "n", NOWHERE);

    @TempDir
    Path folder;

    private Study study;
    private RespondModel model;

    @BeforeEach
    void open() {
        study = AnsweredStudy.of(folder.resolve("s.assay"), 7);
        List<ModelDefinition> models = List.of(PRICED, UNPRICED);
        model = new RespondModel(new OpenStudy(study, Clocks.fixed()), Background.immediate(), new FixedModels(models), models);
    }

    @AfterEach
    void close() {
        study.close();
    }

    @Test
    void withoutAModelThereIsNothingToStart() {
        assertThat(model.problem().get()).isEqualTo("Choose at least one model.");
        assertThat(model.setup().get()).isEmpty();
    }

    @Test
    void theEstimateIsShownBeforeTheStart() {
        model.chosen().add("priced");
        model.replicates().set("3");
        assertThat(model.plan().get()).isEqualTo("21 answers are to be asked for.");
        assertThat(model.estimate().get()).startsWith("21 calls; about ").contains("cost about 0.");
        assertThat(model.setup().get().orElseThrow().choices().replicates()).isEqualTo(3);
    }

    @Test
    void aPriceThatIsNotKnownIsSaidAndIsNoZero() {
        model.chosen().addAll("priced", "unpriced");
        assertThat(model.estimate().get()).contains("the cost is not known, as a price is missing").doesNotContain("0.00");
        model.budget().set("2.5");
        assertThat(model.problem().get()).isEqualTo("A budget needs prices: give the price of unpriced in Models.");
        model.chosen().remove("unpriced");
        assertThat(model.problem().get()).isEmpty();
        assertThat(model.setup().get().orElseThrow().calls().budget()).isEqualTo(new ModelCalls.Limit.Most(2.5));
        model.budget().set("");
        assertThat(model.setup().get().orElseThrow().calls().budget()).as("no limit is no limit").isEqualTo(new ModelCalls.Limit.None());
    }

    @Test
    void whatMakesNoSenseIsNotStarted() {
        model.chosen().add("priced");
        model.limit().set("0");
        assertThat(model.problem().get()).isEqualTo("Queries: a whole number from 1 on, or empty for all.");
        assertThat(model.setup().get()).isEmpty();
        model.limit().set("2");
        assertThat(model.plan().get()).isEqualTo("2 answers are to be asked for.");
    }
}
