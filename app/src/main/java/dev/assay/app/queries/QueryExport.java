package dev.assay.app.queries;

import dev.assay.app.listing.QueryPlace;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Dialogs.FileKind;
import dev.assay.app.workbench.Workbench;
import dev.assay.datasets.Counted;
import dev.assay.datasets.exporting.ExportFormat;
import dev.assay.datasets.exporting.RecordExport;
import dev.assay.datasets.records.QueryListing;
import dev.assay.datasets.study.Study;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/** Writes the queries that are listed to a file, in the order of the list. */
final class QueryExport {

    private final Workbench workbench;
    private final QueriesModel model;

    QueryExport(Workbench workbench, QueriesModel model) {
        this.workbench = workbench;
        this.model = model;
    }

    List<Action> actions(String group) {
        return List.of(
                Action.of("queries.export.csv", "Export as CSV…", group, () -> ask(ExportFormat.CSV, "CSV"))
                        .key("Shortcut+E")
                        .icon(Feather.DOWNLOAD),
                Action.of("queries.export.jsonl", "Export as JSON lines…", group, () -> ask(ExportFormat.JSONL, "JSON lines"))
                        .key("Shortcut+Shift+E")
                        .icon(Feather.DOWNLOAD));
    }

    private void ask(ExportFormat format, String name) {
        QueryPlace list = model.listed().get();
        Study study = workbench.study().study();
        workbench.dialogs().saveFile(
                "Export the queries listed", new FileKind(name, format.cliName()), "queries." + format.cliName(), file -> workbench
                        .background()
                        .run(
                                () -> {
                                    List<String> ids = workbench.study().read(
                                            reading -> new QueryListing().ids(reading, list.find(reading).found()));
                                    return new RecordExport(study).queries(file, format, ids);
                                },
                                written -> workbench.dialogs().notice(
                                        Counted.of(written.rows(), "query", "queries") + " in " + written.file().getFileName(), Optional.empty())));
    }
}
