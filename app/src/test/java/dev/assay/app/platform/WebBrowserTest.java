package dev.assay.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.app.workbench.WebAddress;
import dev.assay.datasets.AssayException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebBrowserTest {

    private static final WebAddress ADDRESS = WebAddress.parse("https://example.org/?a=1&b=$(whoami)").orElseThrow();

    @Test
    void theAddressIsOneArgumentOfTheSystemsOpener() {
        assertThat(WebBrowser.of("Linux").command(ADDRESS)).containsExactly("xdg-open", ADDRESS.toString());
        assertThat(WebBrowser.of("Mac OS X").command(ADDRESS)).containsExactly("open", ADDRESS.toString());
        assertThat(WebBrowser.of("Windows 11").command(ADDRESS)).containsExactly("rundll32", "url.dll,FileProtocolHandler", ADDRESS.toString());
    }

    @Test
    void whereNothingOpensItThePersonIsToldTheAddress() {
        assertThatThrownBy(() -> new WebBrowser(List.of("no-such-program-anywhere")).open(ADDRESS))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("did not open a browser")
                .hasMessageContaining(ADDRESS.toString());
    }
}
