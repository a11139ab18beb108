package dev.assay.datasets;

import dev.assay.datasets.importing.ImportBenchmark;
import dev.assay.datasets.responding.RespondBenchmark;

/** The benchmarks of this module, one after the other. Argument: the folder to work in. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        ImportBenchmark.main(new String[] {"queries", "1024", arguments[0]});
        RespondBenchmark.main(new String[0]);
    }
}
