package dev.assay.app.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.app.demo.Demo;
import dev.assay.app.steps.LocalTagging;
import dev.assay.app.steps.Pc2Setup;
import dev.assay.datasets.importing.ImportFormat;
import dev.assay.datasets.importing.ImportOptions;
import dev.assay.datasets.importing.Importer;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.datasets.testing.RealData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Studies as people have them, made by the steps that people take. */
public final class SampleStudies {

    /** Names as they come: long ones, ones with the same begin, other scripts, from right to left. */
    public static final List<String> SEVENTEEN = List.of(
            "meta-llama/Meta-Llama-3.1-405B-Instruct-Turbo", "meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo",
            "mistralai/Mixtral-8x22B-Instruct-v0.1-with-a-very-long-suffix-that-somebody-chose", "通义千问-72B-对话模型-增强版", "日本語大規模言語モデル-13B",
            "한국어-모델-7B", "FuseChat-Gemma-2-9B", "gpt4_1106_preview", "FuseChat-Llama-3.1-8B", "FuseChat-Llama-3.2-3B", "claude-2",
            "gpt-3.5-turbo-1106", "Qwen-14B-Chat", "מודל-שפה-7B", "gemma-7b-it", "ЯндексGPT-3", "alpaca-7b");

    private SampleStudies() {}

    /** The bundled sample: 72 queries, 4 subjects, tagged and judged. */
    public static Path demo(Path folder) {
        return new Demo(Clocks.fixed(), Progress.none(), new Cancellation(), step -> {}).run(folder).study();
    }

    /** AlpacaEval with ten models, tagged, and judged by the local engine as well as by GPT-4; skipped where the data are absent. */
    public static Path alpacaEval(Path folder) {
        Path answers = RealData.require("alpaca_eval");
        Path tree = RealData.require("feedbacker/cata_tree.json");
        Path file = folder.resolve("alpaca-10-models.assay");
        try (Study study = Study.create(file, Clocks.fixed())) {
            importInto(study, ImportFormat.FEEDBACKER_TAXONOMY, tree);
            importInto(study, ImportFormat.ALPACA_EVAL, answers);
            LocalTagging.usual().run(study, Clocks.fixed(), Progress.none(), new Cancellation());
            Pc2Setup.usual().run(study, Clocks.fixed(), Progress.none(), new Cancellation());
        }
        return file;
    }

    /** The bundled sample answered by 17 subjects with long and foreign names, not yet tagged and not judged. */
    public static Path seventeen(Path folder) {
        demo(folder.resolve("demo"));
        Path sample = folder.resolve("demo/sample");
        Path answers = folder.resolve("answers.jsonl");
        Path file = folder.resolve("Siebzehn Modelle – 十七个模型 – a study with quite a long name that does not end soon.assay");
        try {
            Files.writeString(answers, String.join("\n", answers(Files.readAllLines(sample.resolve("responses.jsonl")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Study study = Study.create(file, Clocks.fixed())) {
            importInto(study, ImportFormat.FEEDBACKER_TAXONOMY, sample.resolve("taxonomy.json"));
            importInto(study, ImportFormat.QUERIES, sample.resolve("queries.jsonl"));
            importInto(study, ImportFormat.RESPONSES, answers);
        }
        return file;
    }

    /** Each subject answers as one of the four of the sample does, but says a little less than the one before. */
    private static List<String> answers(List<String> ofFour) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < SEVENTEEN.size(); i++) {
            String model = List.of("thorough", "slipshod", "rambler", "terse").get(i % 4);
            for (String line : ofFour) {
                ObjectNode answer = (ObjectNode) json.readTree(line);
                if (answer.path("subject").asText().equals(model)) {
                    String text = answer.path("text").asText();
                    answer.put("subject", SEVENTEEN.get(i)).put("text", text.substring(0, text.length() - text.length() * i / 40));
                    lines.add(json.writeValueAsString(answer));
                }
            }
        }
        return lines;
    }

    public static void importInto(Study study, ImportFormat format, Path path) {
        new Importer(study, Clocks.fixed())
                .importPaths(format, List.of(path), new ImportOptions(false, Optional.empty()), Progress.none(), new Cancellation());
    }
}
