package dev.assay.app.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void textIsNeverMarkup() {
        String page = new Html()
                .element("p", "<script>alert('1')</script> & \"more\"", "class", "\"><img src=x onerror=alert(1)>")
                .document("</title><script>", "");

        assertThat(page).doesNotContain("<script").doesNotContain("<img");
        assertThat(page).contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;more&quot;");
    }

    @Test
    void thePageForbidsScriptsAndAddresses() {
        assertThat(new Html().document("t", "")).contains("default-src 'none'; img-src data:; style-src 'unsafe-inline'");
    }

    @Test
    void whatIsNoTextOrTurnsTheDirectionOfWritingIsReplaced() {
        assertThat(Html.escape("a\u0000b\uD800c\u202Ed\u2066e")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
        assertThat(Html.escape("κ α – 猫 😀\n")).isEqualTo("κ α – 猫 😀\n");
    }
}
