package dev.assay.app.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.controls.Standing;
import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.profiles.ProfilesModel.Cell;
import dev.assay.app.profiles.SiblingOrder.By;
import dev.assay.app.testing.JudgedStudy;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.taxonomy.tree.NodePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesModelTest {

    @TempDir
    Path folder;

    private Study study;
    private OpenStudy open;
    private final Settings settings = new Settings();
    private ProfilesModel model;

    /** 120 queries; able is best; calm is 3 worse on Java, and has no score on query 1; one node has no query at all. */
    @BeforeEach
    void open() {
        SplittableRandom random = new SplittableRandom(2);
        study = JudgedStudy.small(folder.resolve("s.assay"), (query, subject) -> query == 1 && subject == 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(5 - 0.4 * subject + random.nextGaussian() * 0.5 - (subject == 2 && query % 4 == 0 ? 3 : 0)));
        open = new OpenStudy(study, Clocks.fixed());
        model = new ProfilesModel(open, new LoadedProfiles(open), Background.immediate(), settings);
    }

    @AfterEach
    void close() {
        study.close();
    }

    private void show() {
        model.show(Place.of(ViewId.PROFILES));
    }

    private ScoreSheet sheet() {
        return model.sheet().get().orElseThrow();
    }

    private List<String> names() {
        return model.rows().stream().map(row -> sheet().nodes().get(row.node()).name()).toList();
    }

    @Test
    void theBestThreeSubjectsStandSideBySideWithTheDomainsOpen() {
        show();
        assertThat(sheet().ranked()).startsWith("able").hasSize(4);
        assertThat(model.subjects()).isEqualTo(sheet().ranked().subList(0, 3));
        assertThat(names()).containsExactly("All queries", "coding", "Language", "writing", "Topic");
        assertThat(model.nodeCount().get()).isEqualTo(8);
    }

    @Test
    void aFoldedNodeOpensAndFoldsAgain() {
        show();
        model.fold(model.rows().get(2));
        assertThat(names()).containsExactly("All queries", "coding", "Language", "Java", "Python", "writing", "Topic");
        model.fold(model.rows().get(1));
        assertThat(names()).containsExactly("All queries", "coding", "writing", "Topic");
    }

    @Test
    void siblingsAreSortedByTheNumbersOfOneSubjectAndTheTreeStaysATree() {
        show();
        model.subjects().setAll("able", "calm");
        model.fold(model.rows().get(2));
        assertThat(names()).containsExactly("All queries", "coding", "Language", "Java", "Python", "writing", "Topic");
        model.sortBy(By.NUMBER, "calm");
        assertThat(names()).as("calm is worst on Java").containsExactly("All queries", "writing", "Topic", "coding", "Language", "Python", "Java");
        model.sortBy(By.NUMBER, "calm");
        assertThat(names()).containsExactly("All queries", "coding", "Language", "Java", "Python", "writing", "Topic");
        assertThat(model.currentOrder().descending()).isFalse();
        model.sortBy(By.NUMBER, "calm");
        assertThat(model.currentOrder()).isEqualTo(SiblingOrder.TREE);
    }

    @Test
    void theOrderIsKeptAndFollowsWhatIsShown() throws IOException {
        show();
        model.subjects().setAll("able", "calm");
        model.fold(model.rows().get(2));
        model.sortBy(By.NUMBER, "calm");
        model.mode().set(Mode.DIFFERENCES);
        assertThat(names()).endsWith("Python", "Java");
        open.changed();
        show();
        assertThat(names()).as("the study was read anew").endsWith("Python", "Java");
        model.export().write(folder.resolve("p.csv"), ShownExport.Format.CSV);
        assertThat(Files.readString(folder.resolve("p.csv"))).containsSubsequence("/writing/", "/coding/Language/Python,", "/coding/Language/Java,");
        model.subjects().remove("calm");
        assertThat(names()).as("nobody sees by what it was sorted").startsWith("All queries", "coding").endsWith("writing", "Topic");
    }

    @Test
    void aNodeWithoutANumberIsLastInBothDirections() {
        // Every query under Food, and those alone.
        try (Study gap = JudgedStudy.small(folder.resolve("gap.assay"), (query, subject) ->
                query % 4 == 3 || query % 12 == 6 ? OptionalDouble.empty() : OptionalDouble.of(5 - subject))) {
            OpenStudy opened = new OpenStudy(gap, Clocks.fixed());
            model = new ProfilesModel(opened, new LoadedProfiles(opened), Background.immediate(), settings);
            model.minimum().set(0);
            show();
            model.filter().set("o");
            for (By by : List.of(By.NUMBER, By.RANK)) {
                for (boolean descending : new boolean[] {true, false}) {
                    model.order().set(new SiblingOrder(by, "calm", descending));
                    assertThat(names()).as(by + " " + descending).containsSubsequence("Topic", "Sports", "Food");
                }
            }
        }
    }

    @Test
    void aFilterShowsWhatItFindsWithEverythingAboveIt() {
        show();
        model.filter().set("jav");
        assertThat(names()).containsExactly("All queries", "coding", "Language", "Java");
        assertThat(model.rows().getLast().isHit()).isTrue();
        assertThat(model.rows().getFirst().isHit()).isFalse();
        assertThat(model.nodeCount().get()).isEqualTo(1);
        model.filter().set("");
        assertThat(names()).hasSize(5);
    }

    @Test
    void aWeaknessIsFoundByTheTestAndNotByTheSign() {
        show();
        model.subjects().setAll("calm");
        model.weaknessesOnly().set(true);
        assertThat(names()).contains("Java").doesNotContain("Food");
        int java = sheet().number(NodePath.parse(JudgedStudy.NODES.getFirst())).orElseThrow();
        assertThat(sheet().cell(java, "calm").orElseThrow().standing()).isEqualTo(Standing.WORSE);
    }

    @Test
    void aFailureStandsBesideTheMeanAndIsNotInIt() {
        show();
        ScoreCell cell = sheet().cell(0, "calm").orElseThrow();
        assertThat(cell.score().failures()).isEqualTo(1);
        assertThat(cell.n()).isEqualTo("119");
        assertThat(cell.inWords("mean of the others")).contains("1 answer without a score");
    }

    @Test
    void againstAChosenSubjectDifferencesAreFromIt() {
        show();
        double others = sheet().cell(0, "dull").orElseThrow().tested().orElseThrow().difference();
        model.reference().set(new Reference.Chosen("able"));
        ScoreCell cell = sheet().cell(0, "dull").orElseThrow();
        assertThat(cell.tested().orElseThrow().difference()).isLessThan(others);
        assertThat(cell.standing()).isEqualTo(Standing.WORSE);
        assertThat(sheet().cell(0, "able").orElseThrow().comparison()).isEmpty();
    }

    @Test
    void theDetailsSayWhatStandsBehindANumber() {
        show();
        model.subjects().setAll("calm");
        model.select(new Cell(NodePath.parse("/coding/Language/Java"), Optional.of("calm")));
        CellDetails details = model.details().get().orElseThrow();
        assertThat(details.trail()).containsExactly("coding", "Language", "Java");
        assertThat(details.strengths()).anyMatch(at -> at.isChosen() && at.name().equals("Java") && at.standing() == Standing.WORSE);
        assertThat(details.flags().tested()).isEqualTo(9);
        assertThat(details.flags().flagged()).isLessThanOrEqualTo(details.flags().uncorrected());
    }

    @Test
    void aPlaceLeadsBackToItsCellAlsoThroughFiltersAndFolds() {
        show();
        model.filter().set("food");
        model.show(Place.of(ViewId.PROFILES).with(Place.NODE, "/coding/Language/Java").with(Place.SUBJECT, "calm"));
        assertThat(model.subjects()).startsWith("calm").hasSize(3);
        assertThat(model.chosenRow()).isGreaterThan(0);
        Place place = model.place().get();
        assertThat(place.parameter(Place.NODE)).contains("/coding/Language/Java");
        assertThat(place.parameter(Place.SUBJECT)).contains("calm");
        assertThat(place.parameter(Place.RUN)).isPresent();
    }

    @Test
    void whatWasChosenIsPartOfThePlaceAndStaysWhenTheStudyChanges() {
        show();
        model.show(Place.of(ViewId.PROFILES).with(Place.NODE, "/coding").with(Place.SUBJECT, "calm"));
        Place before = model.place().get();
        model.mode().set(Mode.DIFFERENCES);
        model.reference().set(new Reference.Chosen("able"));
        model.subjects().setAll("bold", "dull");
        Place after = model.place().get();
        open.changed();
        model.show(after);
        assertThat(model.subjects()).as("calm was taken away and stays away").containsExactly("bold", "dull");
        assertThat(model.mode().get()).isEqualTo(Mode.DIFFERENCES);
        assertThat(model.reference().get()).isEqualTo(new Reference.Chosen("able"));
        model.show(before);
        assertThat(model.place().get()).as("back").isEqualTo(before);
        assertThat(model.mode().get()).isEqualTo(Mode.SCORES);
        assertThat(model.reference().get()).isEqualTo(new Reference.Others());
        assertThat(model.subjects()).contains("calm").hasSize(3);
        model.show(after);
        assertThat(model.place().get()).as("forward").isEqualTo(after);
    }

    @Test
    void theColumnsAreAsTheyWereLeft() {
        show();
        model.subjects().setAll("dull", "able");
        ProfilesModel later = new ProfilesModel(open, new LoadedProfiles(open), Background.immediate(), settings);
        later.show(Place.of(ViewId.PROFILES));
        assertThat(later.subjects()).containsExactly("dull", "able");
        settings.remember("profiles.columns", "somebody else\nable");
        ProfilesModel other = new ProfilesModel(open, new LoadedProfiles(open), Background.immediate(), settings);
        other.show(Place.of(ViewId.PROFILES));
        assertThat(other.subjects()).as("of another study").isEqualTo(sheet().ranked().subList(0, 3));
    }

    @Test
    void aNewRunIsSeenWhenTheStudyHasChanged() {
        show();
        String before = sheet().loaded().run().id();
        String after = study.write(writing -> JudgedStudy.judge(writing, JudgedStudy.SUBJECTS, 20, (query, subject) -> OptionalDouble.of(subject), 7));
        open.changed();
        show();
        assertThat(model.runs()).extracting(RunChoice::id).containsExactlyInAnyOrder(before, after);
        assertThat(sheet().loaded().run().id()).as("what was looked at stays").isEqualTo(before);
        model.run().set(model.runs().stream().filter(run -> run.id().equals(after)).findFirst());
        assertThat(sheet().ranked()).containsExactly("dull", "calm", "bold", "able");
    }

    @Test
    void withoutJudgmentsItSaysWhatToDo() {
        try (Study empty = Study.create(folder.resolve("empty.assay"), Clocks.fixed())) {
            OpenStudy opened = new OpenStudy(empty, Clocks.fixed());
            ProfilesModel nothing = new ProfilesModel(opened, new LoadedProfiles(opened), Background.immediate(), settings);
            nothing.show(Place.of(ViewId.PROFILES));
            assertThat(nothing.problem().get()).contains("no judgments in this study yet");
            assertThat(nothing.rows()).isEmpty();
        }
    }

    @Test
    void whatIsExportedIsWhatIsShown() throws IOException {
        show();
        model.subjects().setAll("calm", "dull");
        model.filter().set("java");
        model.reference().set(new Reference.Chosen("able"));
        for (ShownExport.Format format : ShownExport.Format.values()) {
            model.export().write(folder.resolve("p." + format.extension()), format);
        }
        List<String> csv = Files.readAllLines(folder.resolve("p.csv"));
        assertThat(csv).hasSize(3);
        assertThat(csv.get(1)).startsWith("/coding/Language/Java,calm,").endsWith(",able");
        assertThat(Files.readAllLines(folder.resolve("p.jsonl"))).hasSize(2).allMatch(line -> line.contains("\"reference\":\"able\""));
        assertThat(Files.readString(folder.resolve("p.tex"))).contains("coding / Language / Java", "calm & dull");
    }
}
