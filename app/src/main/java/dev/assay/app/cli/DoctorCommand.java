package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.embedding.MiniLmEmbedder;
import dev.assay.datasets.study.HealthCheck;
import dev.assay.datasets.study.StudyHealth;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code assay doctor}: whether the program and a study are sound. */
@Command(name = "doctor", description = "Check Java, the native parts, the model services, and the study if there is one.")
final class DoctorCommand implements Callable<Integer> {

    @ParentCommand
    private Commands commands;

    @Override
    public Integer call() {
        List<HealthCheck> checks = new ArrayList<>();
        String java = "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch");
        checks.add(JavaUpdate.warning(Runtime.version())
                .map(warning -> new HealthCheck("Java", false, warning))
                .orElseGet(() -> new HealthCheck("Java", true, java)));
        checks.add(HealthCheck.attempt("sentence embeddings", DoctorCommand::embed));
        if (Files.exists(commands.studyFile()) || commands.studyIsNamed()) {
            checks.addAll(StudyHealth.examine(commands.studyFile()));
        }
        checks.addAll(ModelServiceChecks.of(commands.person()));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode listed = result.putArray("checks");
        for (HealthCheck check : checks) {
            listed.addObject().put("name", check.name()).put("ok", check.ok()).put("detail", check.detail());
        }
        StringBuilder text = new StringBuilder();
        checks.forEach(check -> text.append(check.ok() ? "ok    " : "FAULT ").append(check.name()).append(": ").append(check.detail()).append('\n'));
        commands.console().result(result, text.toString().stripTrailing());
        return checks.stream().allMatch(HealthCheck::ok) ? ExitCode.DONE : ExitCode.DONE_IN_PART;
    }

    private static String embed() {
        try (MiniLmEmbedder embedder = new MiniLmEmbedder()) {
            return embedder.model() + " gives vectors of length " + embedder.embed("Is it sound?").length;
        }
    }
}
