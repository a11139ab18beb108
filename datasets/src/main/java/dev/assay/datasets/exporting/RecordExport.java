package dev.assay.datasets.exporting;

import dev.assay.datasets.records.Preference;
import dev.assay.datasets.records.PreferenceTable;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.QueryTable.WithExternalIds;
import dev.assay.datasets.records.Response;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Study;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes queries, responses and preferences to files that can be imported again as they are (docs/formats.md). */
public final class RecordExport {

    private final Study study;

    public RecordExport(Study study) {
        this.study = study;
    }

    /** All queries, by id. */
    public ExportResult queries(Path file, ExportFormat format) {
        return queries(file, format, new QueryTable()::streamWithExternalIds);
    }

    /** Some queries, in the order of their ids in this list; ids that the study does not have are left out. */
    public ExportResult queries(Path file, ExportFormat format, List<String> ids) {
        return queries(file, format, reading -> new QueryTable().streamWithExternalIds(reading, ids));
    }

    private ExportResult queries(Path file, ExportFormat format, Function<Reading, Stream<WithExternalIds>> which) {
        List<String> columns = List.of("id", "text", "followUps", "source", "externalIds");
        return study.read(reading -> ExportFile.write(file, format, columns, out -> {
            try (Stream<WithExternalIds> queries = which.apply(reading)) {
                for (Iterator<WithExternalIds> each = queries.iterator(); each.hasNext(); ) {
                    WithExternalIds next = each.next();
                    Query query = next.query();
                    out.row(query.id(), query.text(), query.followUps(), query.source(), next.externalIds());
                }
            }
        }));
    }

    /** All responses, by query, subject and replicate. */
    public ExportResult responses(Path file, ExportFormat format) {
        List<String> columns = List.of("queryId", "subject", "replicate", "text", "followUps");
        return study.read(reading -> ExportFile.write(file, format, columns, out -> {
            try (Stream<Response> responses = new ResponseTable().stream(reading)) {
                for (Iterator<Response> each = responses.iterator(); each.hasNext(); ) {
                    Response response = each.next();
                    out.row(response.queryId(), response.subject(), response.replicate(), response.text(), response.followUps());
                }
            }
        }));
    }

    /** All preferences, by query, answers and annotator. */
    public ExportResult preferences(Path file, ExportFormat format) {
        List<String> columns = List.of(
                "queryId", "subjectA", "replicateA", "subjectB", "replicateB", "annotator", "value", "reason");
        return study.read(reading -> ExportFile.write(file, format, columns, out -> {
            try (Stream<Preference> preferences = new PreferenceTable().stream(reading)) {
                for (Iterator<Preference> each = preferences.iterator(); each.hasNext(); ) {
                    Preference preference = each.next();
                    out.row(
                            preference.queryId(),
                            preference.subjectA(),
                            preference.replicateA(),
                            preference.subjectB(),
                            preference.replicateB(),
                            preference.annotator(),
                            preference.value(),
                            preference.reason());
                }
            }
        }));
    }
}
