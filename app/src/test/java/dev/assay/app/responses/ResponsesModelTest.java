package dev.assay.app.responses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.responses.Comparison.Shown;
import dev.assay.app.responses.Comparison.Verdict;
import dev.assay.app.text.Manuscript;
import dev.assay.app.text.Mark;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.testing.Clocks;
import dev.assay.judges.Judgment.Scored;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponsesModelTest {

    private static final Place START = Place.of(ViewId.RESPONSES);

    private final Settings settings = new Settings();
    private SmallStudy small;
    private ResponsesModel model;
    private String first;
    private String second;

    @BeforeEach
    void makeStudy(@TempDir Path folder) {
        small = new SmallStudy(folder);
        first = small.query("Find the bug in this code.");
        second = small.query("Write a poem about rivers.");
        small.scored(first, SmallStudy.BASELINE, 0, "The colon is missing.", 4, 4, "names \"the colon\"")
                .scored(first, "good", 0, "The **colon** is missing after the call.", 5, 4, "names \"colon is missing\" and \"nothing else\"")
                .scored(first, "poor", 0, "Everything is fine.", 1, 2, "misses \"the colon\"")
                .failed(first, "broken", "Some answer.", "the judge gave no JSON")
                .answer(first, "unjudged", 0, "Another answer.")
                .answer(second, "good", 0, "Water flows.");
        model = new ResponsesModel(new OpenStudy(small.study(), Clocks.fixed()), Background.immediate(), settings);
    }

    @AfterEach
    void close() {
        small.close();
    }

    private List<String> names() {
        return model.columns().get().stream().map(Column::name).toList();
    }

    private Sheet sheet() {
        return model.sheet().get().orElseThrow();
    }

    private Optional<Shown> total(String subject) {
        Column column = column(subject);
        return new Comparison(sheet(), sheet().run().orElseThrow()).total(column.answer(), column.replicate());
    }

    private Column column(String subject) {
        return model.columns().get().stream().filter(one -> one.subject().equals(subject)).findFirst().orElseThrow();
    }

    @Test
    void withoutAQueryTheFirstOfTheListIsShown() {
        model.show(START);
        assertThat(sheet().query().id()).isEqualTo(first);
        assertThat(sheet().place()).isEqualTo(1);
        assertThat(sheet().listed()).isEqualTo(2);
        assertThat(model.place().get().parameter(Place.QUERY)).contains(first);
    }

    @Test
    void whoComesBackSeesTheQueryThatTheyLeftAndNothingIsReadAnew() {
        model.show(START);
        model.step(1);
        Sheet left = sheet();
        model.show(START);
        assertThat(sheet()).isSameAs(left);
        assertThat(model.place().get().parameter(Place.QUERY)).contains(second);
    }

    @Test
    void aLinkToAnotherQueryOfTheSameListIsFollowed() {
        model.show(START);
        model.show(START.with(Place.QUERY, second));
        assertThat(sheet().query().id()).isEqualTo(second);
    }

    @Test
    void allWhoAnsweredAreColumns() {
        model.show(START);
        assertThat(names()).containsExactly(SmallStudy.BASELINE, "broken", "good", "poor", "unjudged");
    }

    @Test
    void steppingStaysInTheListThatThePlaceNames() {
        model.show(START.with(Place.SEARCH, "poem"));
        assertThat(sheet().query().id()).isEqualTo(second);
        assertThat(sheet().listed()).isEqualTo(1);
        assertThat(model.canStep(1)).isFalse();
        assertThat(model.canStep(-1)).isFalse();
    }

    @Test
    void steppingGoesToTheEndAndBackAndNoFurther() {
        model.show(START);
        model.step(-1);
        assertThat(sheet().query().id()).isEqualTo(first);
        model.step(1);
        assertThat(sheet().query().id()).isEqualTo(second);
        model.step(1);
        assertThat(sheet().query().id()).isEqualTo(second);
        model.step(-1);
        assertThat(sheet().query().id()).isEqualTo(first);
    }

    @Test
    void aScoreIsTheWeightedMeanOnTheScaleOfTheCriteria() {
        model.show(START);
        assertThat(total("good").orElseThrow().score()).isEqualTo(4.6);
        assertThat(total("good").orElseThrow().interval()).isEmpty();
    }

    @Test
    void aFailureIsNeverAScore() {
        model.show(START);
        assertThat(total("broken")).isEmpty();
        assertThat(column("broken").chosen().judged()).isEqualTo(new Judged.Failed("the judge gave no JSON"));
        assertThat(total("unjudged")).isEmpty();
    }

    @Test
    void scoresAreBetterOrWorseThanTheBaselineByMoreThanTheMargin() {
        model.show(START);
        assertThat(total("good").orElseThrow().verdict()).isEqualTo(Verdict.BETTER);
        assertThat(total("poor").orElseThrow().verdict()).isEqualTo(Verdict.WORSE);
        assertThat(total(SmallStudy.BASELINE).orElseThrow().verdict()).isEqualTo(Verdict.NONE);
        Column good = column("good");
        assertThat(new Comparison(sheet(), sheet().run().orElseThrow()).criterion(good.answer(), 0, 1).orElseThrow().verdict())
                .isEqualTo(Verdict.SAME);
    }

    @Test
    void fromThreeAnswersOnAnIntervalDecides() {
        small.scored(first, "varied", 0, "a", 5, 5, "r").scored(first, "varied", 1, "b", 2, 2, "r").scored(first, "varied", 2, "c", 5, 5, "r");
        small.scored(first, "steady", 0, "a", 5, 5, "r").scored(first, "steady", 1, "b", 4.9, 5, "r").scored(first, "steady", 2, "c", 5, 5, "r");
        model.show(START);
        assertThat(total("varied").orElseThrow().interval()).isPresent();
        assertThat(total("varied").orElseThrow().verdict()).isEqualTo(Verdict.SAME);
        assertThat(total("steady").orElseThrow().verdict()).isEqualTo(Verdict.BETTER);
        assertThat(total("varied").orElseThrow().lowest()).isEqualTo(2);
    }

    @Test
    void anotherReplicateCanBeChosen() {
        small.scored(first, "good", 1, "The call is wrong.", 2, 2, "r");
        model.show(START);
        model.chooseReplicate("good", 1);
        assertThat(column("good").chosen().turns().getFirst().source()).isEqualTo("The call is wrong.");
        assertThat(total("good").orElseThrow().score()).isEqualTo(2);
    }

    @Test
    void columnsAreMovedHiddenAndPinnedAndStayThatWay() {
        model.show(START);
        model.move("poor", 0);
        assertThat(names()).startsWith("poor", SmallStudy.BASELINE);
        model.setHidden("broken", true);
        model.setPinned("good", true);
        assertThat(names()).containsExactly("good", "poor", SmallStudy.BASELINE, "unjudged");
        model.move("poor", 4);
        assertThat(names()).containsExactly("good", SmallStudy.BASELINE, "unjudged", "poor");
        ResponsesModel later = new ResponsesModel(new OpenStudy(small.study(), Clocks.fixed()), Background.immediate(), settings);
        later.show(START);
        assertThat(later.columns().get()).extracting(Column::name).isEqualTo(names());
    }

    @Test
    void theReasonOfACellQuotesWhatStandsInTheAnswer() {
        model.show(START);
        model.cell().set(Optional.of(new Cell("good", 0)));
        Evidence evidence = model.evidence().get().orElseThrow();
        assertThat(evidence.reason()).startsWith("names");
        assertThat(evidence.quotes()).extracting(quote -> quote.found().isPresent()).containsExactly(true, false);
        Mark mark = evidence.marks().getFirst().getFirst();
        assertThat(column("good").chosen().turns().getFirst().document().text().substring(mark.start(), mark.end())).isEqualTo("colon is missing");
    }

    @Test
    void theReasonOfAFailureIsWhatWentWrong() {
        model.show(START);
        model.cell().set(Optional.of(new Cell("broken", 0)));
        assertThat(model.evidence().get()).hasValueSatisfying(evidence -> {
            assertThat(evidence.failed()).isTrue();
            assertThat(evidence.reason()).isEqualTo("the judge gave no JSON");
        });
    }

    @Test
    void answersAreComparedWithAChosenOne() {
        model.show(START);
        model.reference().set(Optional.of(SmallStudy.BASELINE));
        assertThat(model.differences().get()).hasEntrySatisfying("poor", marks -> assertThat(marks.getFirst()).isNotEmpty());
        assertThat(model.differences().get().get(SmallStudy.BASELINE)).isEmpty();
        model.reference().set(Optional.empty());
        assertThat(model.differences().get()).isEmpty();
    }

    @Test
    void moreOfAnAnswerThatComesTooLateIsNotShownUnderAnotherQuery() {
        String talk = small.query("Tell me more.", "And more.");
        small.answer(talk, "good", 0, "word ".repeat(40_000), "more ".repeat(40_000));
        model.show(START.with(Place.QUERY, talk));
        Manuscript first = column("good").chosen().turns().get(0);
        Manuscript last = column("good").chosen().turns().get(1);
        assertThat(last.complete()).isFalse();
        model.lengthen("good", 1, last.further());
        assertThat(column("good").chosen().turns().get(1).shown()).isEqualTo(2);
        model.show(START.with(Place.QUERY, second));
        model.lengthen("good", 0, first.further());
        model.lengthen("good", 1, last.further());
        assertThat(column("good").chosen().turns()).extracting(Manuscript::source).containsExactly("Water flows.");
    }

    @Test
    void whileNamesAreHiddenNoColumnIsMoved() {
        model.show(START);
        model.blind().set(true);
        model.move("unjudged", 0);
        model.reveal();
        assertThat(names()).containsExactly(SmallStudy.BASELINE, "broken", "good", "poor", "unjudged");
        assertThat(settings.remembered()).doesNotContainKey("responses.columns.order");
    }

    @Test
    void anotherRunCanBeChosen() {
        String imported = small.addImportedRun("a judge");
        small.judged(imported, first, "good", 0, new Scored(62.5, "it is", List.of()));
        model.show(START);
        assertThat(sheet().run().orElseThrow().id()).isEqualTo(small.judgeRun());
        model.chooseRun(imported);
        assertThat(total("good").orElseThrow().score()).isEqualTo(62.5);
        assertThat(total("good").orElseThrow().verdict()).isEqualTo(Verdict.NONE);
        assertThat(sheet().criteria()).isEmpty();
        model.step(1);
        assertThat(sheet().run().orElseThrow().id()).isEqualTo(imported);
    }

    @Test
    void blindNamesAreLettersInAnOrderThatTheSeedDraws() {
        model.show(START);
        model.blind().set(true);
        assertThat(names()).containsExactly("A", "B", "C", "D", "E");
        List<String> drawn = model.columns().get().stream().map(Column::subject).toList();
        model.blind().set(false);
        model.blind().set(true);
        assertThat(model.columns().get()).extracting(Column::subject).isEqualTo(drawn);
        Set<List<String>> orders = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            model.redraw();
            orders.add(model.columns().get().stream().map(Column::subject).toList());
        }
        assertThat(orders).hasSizeGreaterThan(4);
    }

    @Test
    void revealingShowsThisQueryOnly() {
        small.answer(second, "poor", 0, "No.");
        model.show(START);
        model.blind().set(true);
        model.reveal();
        assertThat(names()).contains("good");
        model.step(1);
        assertThat(names()).containsExactly("A", "B");
        assertThat(model.concealed().get()).isTrue();
    }

    @Test
    void whileNamesAreHiddenNoReasonIsShownAndNoReferenceKept() {
        model.show(START);
        model.reference().set(Optional.of("good"));
        model.cell().set(Optional.of(new Cell("good", 0)));
        model.blind().set(true);
        assertThat(model.evidence().get()).isEmpty();
        assertThat(model.reference().get()).isEmpty();
        model.cell().set(Optional.of(new Cell("good", 0)));
        assertThat(model.evidence().get()).isEmpty();
    }

    @Test
    void followUpsAreTurns() {
        String talk = small.query("Hello?", "And then?");
        small.answer(talk, "good", 0, "Hi.", "Then this.");
        model.show(START.with(Place.QUERY, talk));
        assertThat(sheet().turns()).hasSize(2);
        assertThat(column("good").chosen().turns()).extracting(turn -> turn.source()).containsExactly("Hi.", "Then this.");
    }

    @Test
    void aStudyWithoutQueriesSaysSo(@TempDir Path folder) {
        try (SmallStudy bare = new SmallStudy(folder)) {
            ResponsesModel empty = new ResponsesModel(new OpenStudy(bare.study(), Clocks.fixed()), Background.immediate(), settings);
            empty.show(START);
            assertThat(empty.message().get()).contains("no queries");
            assertThat(empty.canStep(1)).isFalse();
        }
    }

    @Test
    void aQueryThatIsGoneIsSaidToBe() {
        model.show(START.with(Place.QUERY, "nonsense"));
        assertThat(model.sheet().get()).isEmpty();
        assertThat(model.message().get()).contains("does not have this query");
    }

    @Test
    void lettersGoOnBehindZ() {
        assertThat(BlindOrder.name(0)).isEqualTo("A");
        assertThat(BlindOrder.name(25)).isEqualTo("Z");
        assertThat(BlindOrder.name(26)).isEqualTo("AA");
        assertThat(BlindOrder.name(27)).isEqualTo("AB");
    }
}
