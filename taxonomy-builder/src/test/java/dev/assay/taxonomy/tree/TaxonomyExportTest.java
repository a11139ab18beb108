package dev.assay.taxonomy.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.exporting.ExportFormat;
import dev.assay.datasets.importing.ImportFormat;
import dev.assay.datasets.importing.ImportOptions;
import dev.assay.datasets.importing.Importer;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaxonomyExportTest {

    @Test
    void theTreeThatIsWrittenIsTheTreeThatWasRead(@TempDir Path folder) throws IOException {
        Path given = Files.writeString(folder.resolve("tree.json"), """
                {
                    "b" : {
                        "Task Types" : {
                            "x/y" : { },
                            "a" : { }
                        }
                    },
                    "a" : { }
                }
                """);
        try (Study study = Study.create(folder.resolve("s.assay"), Clocks.fixed())) {
            new Importer(study, Clocks.fixed()).importPaths(
                    ImportFormat.FEEDBACKER_TAXONOMY, List.of(given), ImportOptions.DEFAULT, Progress.none(), new Cancellation());
            TaxonomyExport export = new TaxonomyExport(study);

            export.tree(folder.resolve("out.json"));
            assertThat(folder.resolve("out.json")).hasSameTextualContentAs(given);

            export.nodes(folder.resolve("out.csv"), ExportFormat.CSV);
            assertThat(Files.readAllLines(folder.resolve("out.csv"))).containsExactly(
                    "path,name,depth,leaf",
                    "/b,b,1,false",
                    "/b/Task Types,Task Types,2,false",
                    "/b/Task Types/x~1y,x/y,3,true",
                    "/b/Task Types/a,a,3,true",
                    "/a,a,1,true");
        }
    }
}
