package dev.assay.app.platform;

import dev.assay.app.workbench.WebAddress;
import dev.assay.datasets.AssayException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The browser that the system opens addresses with. */
public final class WebBrowser {

    /** Where the system's opener lasts longer, it has become the browser. */
    private static final long PATIENCE_SECONDS = 5;

    private final List<String> opener;

    WebBrowser(List<String> opener) {
        this.opener = List.copyOf(opener);
    }

    /** @param system as in the property os.name */
    public static WebBrowser of(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return new WebBrowser(List.of("open"));
        }
        return new WebBrowser(name.contains("win") ? List.of("rundll32", "url.dll,FileProtocolHandler") : List.of("xdg-open"));
    }

    /**
     * Opens it; no shell reads the address. May take seconds: not on the JavaFX thread.
     *
     * @throws AssayException if nothing opened it
     */
    public void open(WebAddress address) {
        try {
            Process process = new ProcessBuilder(command(address))
                    .redirectInput(Redirect.PIPE)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() != 0) {
                throw notOpened(address, null);
            }
        } catch (IOException e) {
            throw notOpened(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    List<String> command(WebAddress address) {
        return Stream.concat(opener.stream(), Stream.of(address.toString())).toList();
    }

    private AssayException notOpened(WebAddress address, @Nullable Exception cause) {
        return new AssayException(
                opener.getFirst() + " did not open a browser; copy the address and open it yourself: " + address, cause);
    }
}
