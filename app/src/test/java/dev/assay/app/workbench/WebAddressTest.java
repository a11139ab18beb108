package dev.assay.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "file:///etc/passwd", "javascript:alert(1)", "mailto:a@example.org", "ftp://example.org", "example.org", "http:", "http://", "https:///path",
        "/relative", "", "data:text/html,x", "HTTPX://example.org", "http://exa mple.org", "http://example.org:port"
    })
    void whatIsNoWholeAddressOfTheWebIsNone(String text) {
        assertThat(WebAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org, https://example.org",
        "' HTTP://example.org/a?b=c#d ', HTTP://example.org/a?b=c#d",
        "https://example.org/a b, https://example.org/a%20b",
        "https://example.org/a%20b, https://example.org/a%20b",
        "https://example.org/ü, https://example.org/%C3%BC",
        "https://bücher.example/x, https://xn--bcher-kva.example/x",
    })
    void anAddressIsShownAsABrowserIsGivenIt(String text, String address) {
        assertThat(WebAddress.parse(text).orElseThrow()).hasToString(address);
    }

    @Test
    void whereItLeadsIsTheHostAndNotWhatStandsBeforeIt() {
        assertThat(WebAddress.parse("https://example.org@evil.example/login").orElseThrow().host()).isEqualTo("evil.example");
        assertThat(WebAddress.parse("https://evil.example/https://example.org").orElseThrow().host()).isEqualTo("evil.example");
    }

    @Test
    void lettersThatLookLikeOthersAndMarksThatTurnTheTextAreSeen() {
        assertThat(WebAddress.parse("https://ex\u0430mple.org").orElseThrow().host()).startsWith("xn--");
        assertThat(WebAddress.parse("https://example.org/\u202egpj.exe").orElseThrow().toString()).endsWith("/%E2%80%AEgpj.exe");
        assertThat(WebAddress.parse("https://example.org/a\nb\"c").orElseThrow()).hasToString("https://example.org/a%0Ab%22c");
    }

    @Test
    void anAddressThatNobodyReadsIsNotOpened() {
        assertThat(WebAddress.parse("https://example.org/" + "a".repeat(2000))).isEmpty();
    }
}
