package dev.assay.datasets.models.replies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.models.FailureKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreeReplyTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "<think>\nHm, 2 + 2.\n</think>\n\nFour, <b>surely</b>.\n", " \n<THINK>Hm</THINK>Four, <b>surely</b>.\n",
        "Hm, opened by the prompt.\n</think>\n\nFour, <b>surely</b>.\n", "Hm.</think>Four, <b>surely</b>.\n",
        "</think>\nFour, <b>surely</b>.\n", "<think>outer <think>inner</think> outer</think>Four, <b>surely</b>.\n",
        "<think>one</think><think>two</think> Four, <b>surely</b>.\n", "[THINK]Hm[/THINK]Four, <b>surely</b>.\n",
        "◁think▷Hm◁/think▷Four, <b>surely</b>.\n", "<seed:think>Hm</seed:think>Four, <b>surely</b>.\n", "<think></think>Four, <b>surely</b>.\n"
    })
    void reasoningBeforeTheAnswerIsNoPartOfIt(String written) {
        FreeReply reply = FreeReply.of(written);

        assertThat(reply.failure()).isEmpty();
        assertThat(reply.text()).isEqualTo("Four, <b>surely</b>.\n");
    }

    @Test
    void ofHarmonyOnlyTheFinalChannelIsTheAnswer() {
        String written = "<|channel|>analysis<|message|>Hm<|end|><|start|>assistant<|channel|>commentary<|message|>Ah<|end|>"
                + "<|start|>assistant<|channel|>final<|message|>Four.<|return|>";

        assertThat(FreeReply.of(written).text()).isEqualTo("Four.");
        assertThat(FreeReply.of("<|channel|>final<|message|>Four.").text()).isEqualTo("Four.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Four.", "  Four.\n", "\uFEFFFour.", "Write `<think>` before and `</think>` behind it.", "The tag \"</think>\" ends it.",
        "```xml\n<think>\nHm\n</think>\n```\nThat is the form.", "First this:\n<think>\nHm\n</think>\nthen the answer.",
        "<analysis>It holds.</analysis><verdict>yes</verdict>", "<reasoning>as you asked</reasoning> four", "a < b and c[0] > d",
        "```\n</think>\n```", "It begins with <think> and never ends"
    })
    void anAnswerStaysAsItIsWhateverStandsInIt(String written) {
        assertThat(FreeReply.of(written)).isEqualTo(new FreeReply(written, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "<think>Hm, CUT_OFF, within the reasoning", "<think>a</think><think>b, CUT_OFF, within the reasoning",
        "<|channel|>analysis<|message|>Hm, CUT_OFF, within the reasoning", "<think>Hm</think>, EMPTY, only reasoning", "'Hm</think> ', EMPTY, only reasoning",
        "<|channel|>analysis<|message|>Hm<|end|><|start|>assistant<|channel|>final<|message|>, EMPTY, only reasoning"
    })
    void reasoningAloneIsNoAnswer(String written, FailureKind kind, String why) {
        assertThat(FreeReply.of(written)).satisfies(reply -> {
            assertThat(reply.text()).isEmpty();
            assertThat(reply.failure().orElseThrow().kind()).isEqualTo(kind);
            assertThat(reply.failure().orElseThrow().detail()).contains(why);
        });
    }
}
