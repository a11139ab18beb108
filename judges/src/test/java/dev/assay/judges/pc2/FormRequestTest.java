package dev.assay.judges.pc2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormRequestTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Give me five names for a cat.|5 items",
                "List the top 20 films of the decade.|20 items",
                "Summarise this in two sentences.|2 sentences",
                "Write an essay of 300 words about rain.|300 words",
                "Compare both in a table with three rows.|a table",
                "Write a Python function that adds numbers.|code",
                "Return the result as JSON.|JSON",
                "Make a list of the pros and cons.|a list",
                "Write a script for a short video about jazz.|''",
                "How is a table of contents made?|''",
                "Why is the sky blue?|''"
            })
    void formsAreFoundInTheQuestion(String question, String forms) {
        assertThat(FormRequest.in(question).stream().map(FormRequest::shown).collect(Collectors.joining(", "))).isEqualTo(forms);
    }

    @Test
    void moreItemsThanAskedForMeetARequestOnlyInPart() {
        FormRequest three = FormRequest.in("Name three fruits.").getFirst();

        List<Double> met = List.of("1. Fig\n2. Plum", "1. Fig\n2. Plum\n3. Kiwi", "1. Fig\n2. Plum\n3. Kiwi\n4. Lime", "Fig, plum and then kiwi, ripe").stream()
                .map(AnalysedText::of)
                .map(answer -> three.metBy(answer, Layout.of(answer)))
                .toList();

        assertThat(met).containsExactly(2 / 3.0, 1.0, 0.75, 1.0);
    }

    @Test
    void codeIsSeenInAFenceOrInItsLines() {
        assertThat(Layout.of(AnalysedText.of("Here:\n```\nx\n```")).code()).isTrue();
        assertThat(Layout.of(AnalysedText.of("def f(x):\n    y = x + 1\n    return y")).code()).isTrue();
        assertThat(Layout.of(AnalysedText.of("I return to this for a while.\nIt was fun.")).code()).isFalse();
    }

    @Test
    void layoutCountsItemsParagraphsAndRows() {
        Layout layout = Layout.of(AnalysedText.of("Intro\n\n- a\n* b\n3) c\n\n| x | y |\n|---|---|\n| 1 | 2 |"));

        assertThat(layout.items()).isEqualTo(3);
        assertThat(layout.paragraphs()).isEqualTo(3);
        assertThat(layout.tableRows()).isEqualTo(3);
    }
}
