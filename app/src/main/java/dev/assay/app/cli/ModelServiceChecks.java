package dev.assay.app.cli;

import dev.assay.app.platform.PersonalModels;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.study.HealthCheck;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Whether the person's models can be asked, as far as that can be told without a call that costs something. */
final class ModelServiceChecks {

    private static final int PATIENCE_MILLIS = 3000;

    private ModelServiceChecks() {}

    static List<HealthCheck> of(PersonalModels person) {
        List<HealthCheck> checks = new ArrayList<>();
        try {
            person.registry().problems().forEach(problem -> checks.add(new HealthCheck("models", false, problem)));
            person.registry().list().parallelStream().map(model -> check(person, model)).toList().forEach(checks::add);
        } catch (AssayException e) {
            checks.add(new HealthCheck("models", false, String.valueOf(e.getMessage())));
        }
        return checks;
    }

    private static HealthCheck check(PersonalModels person, ModelDefinition model) {
        String name = "model " + model.name();
        if (model.needsKey() && person.keys().of(model).isEmpty()) {
            return new HealthCheck(name, false, "it has no key: enter it with `assay models key " + model.name() + "`");
        }
        URI address = model.proxy().or(model::address).orElseThrow();
        int port = address.getPort() >= 0 ? address.getPort() : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), port), PATIENCE_MILLIS);
            return new HealthCheck(name, true, "something answers at " + address.getHost() + ":" + port + "; `models test` asks it");
        } catch (IOException e) {
            return new HealthCheck(name, false, "nothing answers at " + address.getHost() + ":" + port + ": check the base URL, and that it is running");
        }
    }
}
