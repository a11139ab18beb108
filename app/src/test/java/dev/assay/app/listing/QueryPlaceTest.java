package dev.assay.app.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.listing.QueryPlace.Judged;
import dev.assay.app.listing.QueryPlace.Tagged;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.records.QueryFilter.Any;
import dev.assay.datasets.records.QueryFilter.Flagged;
import dev.assay.datasets.records.QueryFilter.Unflagged;
import dev.assay.datasets.records.QueryFlag;
import dev.assay.taxonomy.tree.NodePath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryPlaceTest {

    private static final QueryPlace MUCH = new QueryPlace(
            " python sort ",
            List.of(NodePath.of("coding", "Task/Types"), NodePath.of("writing")),
            Tagged.TAGGED,
            Optional.of(""),
            100,
            2_000,
            new Flagged(QueryFlag.VERY_SHORT),
            Optional.of(new Judged("claude-2", "run14", new JudgedPart.Scored())),
            new Order(Order.By.LENGTH, true));

    @Test
    void aPlaceBringsTheSameListBack() {
        List<QueryPlace> lists = List.of(
                QueryPlace.all(), MUCH, MUCH.withSource(Optional.of("koala")), MUCH.withQuality(new Unflagged()), MUCH.withTagged(Tagged.UNTAGGED),
                MUCH.withLength(new LengthRange(0, 80)), MUCH.withLength(new LengthRange(80, Integer.MAX_VALUE)), MUCH.withoutJudged(),
                part(new JudgedPart.Failed()), part(new JudgedPart.Lower("Names\nevery error", Optional.of("gpt-4"))),
                part(new JudgedPart.Lower("lower", Optional.empty())));
        for (QueryPlace list : lists) {
            assertThat(QueryPlace.of(list.on(ViewId.QUERIES))).isEqualTo(list);
            assertThat(QueryPlace.of(list.at(ViewId.RESPONSES, "q1"))).isEqualTo(list);
        }
    }

    private static QueryPlace part(JudgedPart part) {
        return new QueryPlace(
                "", List.of(), Tagged.ANY, Optional.empty(), 0, Integer.MAX_VALUE, new Any(), Optional.of(new Judged("claude-2", "run14", part)), Order.usual());
    }

    @Test
    void aNumberInProfilesNamesTheQueriesBehindItTheLowestScoresFirst() {
        Place place = Place.of(ViewId.QUERIES).with(Place.NODE, "/").with(Place.SUBJECT, "claude-2").with(Place.RUN, "run14");
        QueryPlace list = QueryPlace.of(place);
        assertThat(list.nodes()).isEmpty();
        assertThat(list.judged()).contains(new Judged("claude-2", "run14", new JudgedPart.Scored()));
        assertThat(list.order()).isEqualTo(new Order(Order.By.SCORE, false));
        assertThat(list.withoutJudged().order()).isEqualTo(Order.usual());
    }

    @Test
    void anotherRunInResponsesLeavesTheListAsItIs() {
        Place answers = MUCH.at(ViewId.RESPONSES, "q1").with(Place.SUBJECT, "gpt-4").with(Place.RUN, "run15");
        assertThat(QueryPlace.of(answers)).isEqualTo(MUCH);
        assertThat(QueryPlace.of(Place.of(ViewId.RESPONSES).with(Place.SUBJECT, "gpt-4").with(Place.RUN, "run15"))).isEqualTo(QueryPlace.all());
    }

    @Test
    void whatIsNotUnderstoodIsLeftOut() {
        Place place = Place.of(ViewId.QUERIES)
                .with(Place.SORT, "beauty").with(Place.LENGTH, "9-3").with(Place.FLAG, "blue").with(Place.TAGGED, "perhaps")
                .with(Place.NODE, "coding\n//\n/coding/").with(Place.JUDGED, "claude-2");
        assertThat(QueryPlace.of(place)).isEqualTo(QueryPlace.all());
    }

    @Test
    void nodesAndNoTagsExcludeEachOther() {
        assertThat(MUCH.withTagged(Tagged.UNTAGGED).nodes()).isEmpty();
        assertThat(QueryPlace.all().withTagged(Tagged.UNTAGGED).withNodes(MUCH.nodes()).tagged()).isEqualTo(Tagged.ANY);
    }

    @Test
    void onlyAnOrderFiltersNothing() {
        assertThat(QueryPlace.all().withOrder(new Order(Order.By.SOURCE, true)).filters()).isFalse();
        assertThat(QueryPlace.all().withSource(Optional.of("")).filters()).isTrue();
    }

    @Test
    void lengthsAreReadAsPeopleWriteThem() {
        assertThat(LengthRange.parse(" 1,000 – 2,000")).contains(new LengthRange(1_000, 2_000));
        assertThat(LengthRange.parse("-80")).contains(new LengthRange(0, 80));
        assertThat(LengthRange.parse("99999999999-")).contains(new LengthRange(Integer.MAX_VALUE, Integer.MAX_VALUE));
        assertThat(LengthRange.parse("ten to twenty")).isEmpty();
        assertThat(LengthRange.parse("20-10")).isEmpty();
    }
}
