package dev.assay.datasets.importing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.datasets.importing.Item.AnswerRef;
import dev.assay.datasets.importing.Item.ByContent;
import dev.assay.datasets.importing.Item.ById;
import dev.assay.datasets.importing.Item.Numbered;
import dev.assay.datasets.importing.Item.QueryRef;
import dev.assay.datasets.importing.Item.Worded;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.Response;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Writing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transaction of one file, as its sinks see it. */
public final class FileImport {

    private final Writing writing;
    private final RunTable runs;
    private final JsonNode spec;
    private final QueryTable queries = new QueryTable();
    private final ResponseTable responses = new ResponseTable();
    private @Nullable String runId;

    FileImport(Writing writing, RunTable runs, JsonNode spec) {
        this.writing = writing;
        this.runs = runs;
        this.spec = spec;
    }

    public Writing writing() {
        return writing;
    }

    public RunTable runs() {
        return runs;
    }

    /** The run of this file. It begins with the first new row, so that a file without any leaves no trace. */
    public String runId() {
        if (runId == null) {
            runId = runs.begin(writing, "import", "local", spec, 0).id();
        }
        return runId;
    }

    void finish() {
        if (runId != null) {
            runs.end(writing, runId, RunState.DONE);
        }
    }

    /** Id of the query in the study; empty if it is not there. */
    public Optional<String> findQuery(QueryRef query) {
        return switch (query) {
            case ByContent(var content) -> queries.contains(writing, content.id()) ? Optional.of(content.id()) : Optional.empty();
            case ById(var collection, var id) -> queries.findBySource(writing, collection, id)
                    .or(() -> queries.contains(writing, id) ? Optional.of(id) : Optional.empty());
        };
    }

    /** Number of the answer in the study; empty if it is not there. */
    public Optional<Integer> findReplicate(String queryId, AnswerRef answer) {
        return switch (answer) {
            case Numbered(var subject, var replicate) -> responses.find(writing, queryId, subject, replicate).map(Response::replicate);
            case Worded(var subject, var text) -> responses.findReplicate(writing, queryId, subject, text);
        };
    }

    /** Says in a rejection which query is missing. */
    public static Taken unknownQuery(QueryRef query) {
        return switch (query) {
            case ByContent any -> Taken.rejected("its query was not imported");
            case ById(var collection, var id) -> Taken.rejected(
                    "there is no query '" + id + "' (nor one of that id in the collection '" + collection + "'): import the queries first");
        };
    }

    /** Says in a rejection which answer is missing. */
    public static Taken unknownAnswer(AnswerRef answer) {
        return switch (answer) {
            case Numbered(var subject, var replicate) -> Taken.rejected("there is no response " + replicate + " of '" + subject
                    + "' to this query: import the responses first");
            case Worded(var subject, var text) -> Taken.rejected(
                    "the answer judged here is not among the responses of '" + subject + "' to this query: import those responses first");
        };
    }
}
