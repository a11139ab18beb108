package dev.assay.datasets.models.registry;

import dev.assay.datasets.models.Provider;
import java.net.URI;
import java.util.List;

/**
 * A model server that runs on this computer.
 *
 * @param software such as Ollama
 * @param baseUrl to be given to a definition
 * @param models the provider's ids of the models that it offers; may be empty
 */
public record LocalServer(String software, Provider provider, URI baseUrl, List<String> models) {

    public LocalServer {
        models = List.copyOf(models);
    }
}
