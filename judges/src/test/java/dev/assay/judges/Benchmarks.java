package dev.assay.judges;

import dev.assay.judges.pc2.LocalPc2Benchmark;
import dev.assay.judges.profiles.LoadBenchmark;
import dev.assay.judges.profiles.ProfileBenchmark;
import java.io.IOException;

/** The benchmarks of this module, one after the other. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException {
        LocalPc2Benchmark.main(arguments);
        ProfileBenchmark.main(arguments);
        LoadBenchmark.main(arguments);
    }
}
