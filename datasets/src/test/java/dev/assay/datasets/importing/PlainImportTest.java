package dev.assay.datasets.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.Response;
import dev.assay.datasets.testing.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainImportTest extends ImportCase {

    /** Of the one line that stands in the file. */
    private static final String SHA256 = "271da0e285b0e7b87f5a034d5f5ec89fe4d47b014d1f02459a13b3546fe88d03";

    @Test
    void jsonLinesAnArrayAndCsvBringTheSame() throws IOException {
        run(ImportFormat.QUERIES, file("a.jsonl", "{\"id\":\"1\",\"text\":\"a\\nb\",\"followUps\":[\"and?\"],\"source\":\"s\"}\n"));
        List<Query> first = queries();
        ImportResult array = run(ImportFormat.QUERIES, file("a.json", "[{\"id\":1,\"text\":\"a\\nb\",\"followUps\":[\"and?\"],\"source\":\"s\"}]"));
        ImportResult csv = run(ImportFormat.QUERIES, file("a.csv", "id,source,followUps,text\n1,s,\"[\"\"and?\"\"]\",\"a\nb\"\n"));
        assertThat(array.unchanged()).isEqualTo(1);
        assertThat(csv.unchanged()).isEqualTo(1);
        assertThat(queries()).isEqualTo(first).containsExactly(Query.of("a\nb", List.of("and?"), "s"));
    }

    @Test
    void responsesNameTheirQueryByTextOrById() throws IOException {
        run(ImportFormat.QUERIES, file("q.jsonl", "{\"id\":\"q1\",\"text\":\"Why?\"}\n"));
        ImportResult result = run(ImportFormat.RESPONSES, file("r.jsonl", """
                {"queryId":"q1","subject":"a","text":"So."}
                {"query":"Why?","subject":"b","text":true}
                {"query":"How?","subject":"a","text":""}
                {"queryId":"q2","subject":"a","text":"?"}
                {"queryId":"q1","subject":"a","replicate":"1","text":"Thus.","followUps":["Yes."]}
                """));
        assertThat(result.count(ItemKind.RESPONSES)).isEqualTo(4);
        assertThat(result.count(ItemKind.QUERIES)).isEqualTo(1);
        assertThat(result.rejected()).extracting(Rejection::line).containsExactly(4L);
        String why = Query.of("Why?").id();
        assertThat(responses()).contains(
                new Response(why, "a", "So."), new Response(why, "b", "True"), new Response(why, "a", 1, "Thus.", List.of("Yes.")));
    }

    @Test
    void aResponseThatDiffersFromTheStoredOneIsRejectedAndTheStoredOneKept() throws IOException {
        run(ImportFormat.RESPONSES, file("r.jsonl", "{\"query\":\"Why?\",\"subject\":\"a\",\"text\":\"So.\"}\n"));
        ImportResult result = run(ImportFormat.RESPONSES, file("r2.jsonl", """
                {"query":"Why?","subject":"a","text":"So."}
                {"query":"Why?","subject":"a","text":"No."}
                """));
        assertThat(result.unchanged()).isEqualTo(1);
        assertThat(result.rejected()).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(2);
            assertThat(rejection.reason()).isEqualTo("the study has another response 0 of 'a' to this query, which is kept");
        });
        assertThat(responses()).extracting(Response::text).containsExactly("So.");
        assertThat(runs()).hasSize(1);
    }

    @Test
    void preferencesMayBeNumbersInTextsAndLieBetweenNoughtAndOne() throws IOException {
        ImportResult result = run(ImportFormat.PREFERENCES, file("p.csv", """
                query,subjectA,subjectB,annotator,value,reason
                Why?,a,b,ann,0.5,
                Why?,a,b,bob,1,better
                Why?,a,b,cat,1.5,
                Why?,a,a,dan,1,
                Why?,a,b,eve,NaN,
                """));
        assertThat(preferences()).extracting("annotator", "value", "reason")
                .containsExactly(tuple("ann", 0.5, ""), tuple("bob", 1.0, "better"));
        assertThat(result.rejected()).extracting(Rejection::line).containsExactly(4L, 5L, 6L);
    }

    @Test
    void theRunOfAFileSaysWhatWasReadAndIsTheSameInEveryStudy() throws IOException {
        Path file = file("q.jsonl", "{\"text\":\"one\"}\n");
        run(ImportFormat.QUERIES, file);
        assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run.step()).isEqualTo("import");
            assertThat(run.engine()).isEqualTo("local");
            assertThat(run.spec().toString())
                    .isEqualTo("{\"format\":\"queries\",\"file\":\"q.jsonl\",\"sha256\":\"%s\"}".formatted(SHA256));
            assertThat(run.id()).isEqualTo(Run.idOf("import", "local", run.spec(), 0));
        });
    }

    @Test
    void aFileThatGrewBringsItsNewRows() throws IOException {
        run(ImportFormat.QUERIES, file("q.jsonl", "{\"text\":\"one\"}\n"));
        ImportResult result = run(ImportFormat.QUERIES, file("q.jsonl", "{\"text\":\"one\"}\n{\"text\":\"two\"}\n"));
        assertThat(result.unchanged()).isEqualTo(1);
        assertThat(result.count(ItemKind.QUERIES)).isEqualTo(1);
        assertThat(runs()).hasSize(2);
    }

    @Test
    void idsOfTwoCollectionsDoNotMeet() throws IOException {
        ImportOptions mine = new ImportOptions(false, Optional.of("mine"));
        run(ImportFormat.QUERIES, file("a.jsonl", "{\"id\":\"1\",\"text\":\"one\"}\n"));
        ImportResult result = run(ImportFormat.QUERIES, mine, file("b.jsonl", "{\"id\":\"1\",\"text\":\"uno\"}\n"));
        assertThat(result.rejected()).isEmpty();
        run(ImportFormat.RESPONSES, mine, file("r.jsonl", "{\"queryId\":\"1\",\"subject\":\"a\",\"text\":\"x\"}\n"));
        assertThat(responses()).singleElement().satisfies(response -> assertThat(response.queryId()).isEqualTo(Query.of("uno").id()));
    }

    @Test
    void cancellingUndoesTheFileThatIsBeingRead() throws IOException {
        Path first = file("a.jsonl", "{\"text\":\"kept\"}\n");
        Path second = file("b.jsonl", "{\"text\":\"undone\"}\n{\"text\":\"never read\"}\n");
        Cancellation cancellation = new Cancellation();
        Progress cancelAtTheSecond = (step, done, total) -> {
            if (step.contains("b.jsonl")) {
                cancellation.request();
            }
        };

        ImportResult result = new Importer(study, Clocks.fixed())
                .importPaths(ImportFormat.QUERIES, List.of(first, second), ImportOptions.DEFAULT, cancelAtTheSecond, cancellation);

        assertThat(result.cancelled()).isTrue();
        assertThat(result.count(ItemKind.QUERIES)).isEqualTo(1);
        assertThat(texts()).containsExactly("kept");
    }

    @Test
    void progressCountsTheBytesOfAllFiles() throws IOException {
        Path first = file("a.jsonl", "{\"text\":\"one\"}\n");
        Path second = file("b.jsonl", "{\"text\":\"two\"}\n".repeat(100_000));
        long bytes = Files.size(first) + Files.size(second);
        List<Long> told = new ArrayList<>();
        new Importer(study, Clocks.fixed()).importPaths(
                ImportFormat.QUERIES,
                List.of(first, second),
                ImportOptions.DEFAULT,
                (step, done, total) -> {
                    assertThat(total).isEqualTo(bytes);
                    told.add(done);
                },
                new Cancellation());
        assertThat(told).isSorted().hasSizeGreaterThan(2).hasSizeLessThan(10).last().isEqualTo(bytes);
    }
}
