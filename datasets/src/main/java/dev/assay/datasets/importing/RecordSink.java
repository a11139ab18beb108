package dev.assay.datasets.importing;

import dev.assay.datasets.importing.Item.AnswerRef;
import dev.assay.datasets.importing.Item.ExternalId;
import dev.assay.datasets.importing.Item.Numbered;
import dev.assay.datasets.importing.Item.PreferenceItem;
import dev.assay.datasets.importing.Item.QueryItem;
import dev.assay.datasets.importing.Item.ResponseItem;
import dev.assay.datasets.importing.Item.Worded;
import dev.assay.datasets.records.Preference;
import dev.assay.datasets.records.PreferenceTable;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.Response;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Writing;
import java.util.List;
import java.util.Optional;

/** Stores queries, responses and preferences. */
final class RecordSink implements ItemSink {

    private final FileImport file;
    private final Writing writing;
    private final QueryTable queries = new QueryTable();
    private final ResponseTable responses = new ResponseTable();
    private final PreferenceTable preferences = new PreferenceTable();

    RecordSink(FileImport file) {
        this.file = file;
        this.writing = file.writing();
    }

    @Override
    public boolean takes(Item item) {
        return item instanceof QueryItem || item instanceof ResponseItem || item instanceof PreferenceItem;
    }

    @Override
    public Taken take(Item item) {
        return switch (item) {
            case QueryItem(var query, var ids) -> takeQuery(query, ids);
            case ResponseItem response -> file.findQuery(response.query())
                    .map(queryId -> takeResponse(queryId, response))
                    .orElseGet(() -> FileImport.unknownQuery(response.query()));
            case PreferenceItem preference -> file.findQuery(preference.query())
                    .map(queryId -> takePreference(queryId, preference))
                    .orElseGet(() -> FileImport.unknownQuery(preference.query()));
            default -> throw new IllegalArgumentException("not a record: " + item.kind());
        };
    }

    private Taken takeQuery(Query query, List<ExternalId> ids) {
        for (ExternalId id : ids) {
            Optional<String> known = queries.findBySource(writing, id.collection(), id.id());
            if (known.isPresent() && !known.get().equals(query.id())) {
                return Taken.rejected("the id '" + id.id() + "' of the collection '" + id.collection() + "' belongs to another text already");
            }
        }
        boolean isNew = !queries.contains(writing, query.id());
        if (isNew) {
            queries.insert(writing, query, file.runId());
        }
        boolean noted = false;
        for (ExternalId id : ids) {
            noted |= queries.insertSource(writing, id.collection(), id.id(), query.id());
        }
        return isNew ? Taken.NEW : noted ? Taken.NOTED : Taken.KNOWN;
    }

    private Taken takeResponse(String queryId, ResponseItem item) {
        return switch (item.answer()) {
            case Numbered(var subject, var replicate) -> takeNumbered(
                    new Response(queryId, subject, replicate, item.text(), item.followUps()));
            case Worded(var subject, var text) -> {
                if (responses.findReplicate(writing, queryId, subject, text).isPresent()) {
                    yield Taken.KNOWN;
                }
                int next = responses.nextReplicate(writing, queryId, subject);
                yield insert(new Response(queryId, subject, next, text, item.followUps()));
            }
        };
    }

    private Taken takeNumbered(Response response) {
        Optional<Response> known = responses.find(writing, response.queryId(), response.subject(), response.replicate());
        if (known.isEmpty()) {
            return insert(response);
        }
        return known.get().equals(response)
                ? Taken.KNOWN
                : Taken.rejected("the study has another response " + response.replicate() + " of '" + response.subject()
                        + "' to this query, which is kept");
    }

    private Taken insert(Response response) {
        responses.insert(writing, response, file.runId());
        return Taken.NEW;
    }

    private Taken takePreference(String queryId, PreferenceItem item) {
        Optional<Integer> a = replicate(queryId, item.a());
        Optional<Integer> b = replicate(queryId, item.b());
        if (a.isEmpty() || b.isEmpty()) {
            return FileImport.unknownAnswer(a.isEmpty() ? item.a() : item.b());
        }
        Preference preference = new Preference(
                queryId, item.a().subject(), a.get(), item.b().subject(), b.get(), item.annotator(), item.value(), item.reason());
        Optional<Preference> known = preferences.findSame(writing, preference);
        if (known.isPresent()) {
            return known.get().equals(preference)
                    ? Taken.KNOWN
                    : Taken.rejected("the study has another preference of '" + item.annotator() + "' between these answers, which is kept");
        }
        responses.insertSubject(writing, item.a().subject());
        responses.insertSubject(writing, item.b().subject());
        preferences.insert(writing, preference, file.runId());
        return Taken.NEW;
    }

    /** Votes may come without the answers they are about: a numbered answer need not be there. */
    private Optional<Integer> replicate(String queryId, AnswerRef answer) {
        return answer instanceof Numbered(var subject, var replicate) ? Optional.of(replicate) : file.findReplicate(queryId, answer);
    }
}
