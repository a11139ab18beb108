package dev.assay.datasets.models.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCounterTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "gpt-4o-mini-2024-07-18", "gpt-4.1-mini", "gpt-5-nano", "o3-mini", "openai/gpt-4o", "ft:gpt-4o:team", "gpt-oss-120b", "GPT-4", "gpt-3.5-turbo"
    })
    void modelsOfOpenAiAreCountedExactly(String model) {
        assertThat(TokenCounter.of(model).exact()).isTrue();
        assertThat(TokenCounter.of(model).count("hello world <|endoftext|>")).isBetween(7, 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama3", "claude-sonnet-4-5", "gemini-2.5-flash", "olmo-2", "mygpt-4o", "gpt-4oo", "deepseek-chat"})
    void othersAreApproximated(String model) {
        assertThat(TokenCounter.of(model).exact()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "The quick brown fox jumps over the lazy dog, and nobody minds that it does so every single day of the year. | 0.35",
        "日本語の説明はここにありますので、よく読んでください。 | 0.65",
        "这是一个中文句子，用来测试令牌的数量。 | 0.5",
        "Это предложение на русском языке для проверки количества токенов. | 0.9",
        "for (int i = 0; i < n; i++) { total += values[i] * weights[i]; } | 0.5"
    })
    void anApproximationIsNotFarFromARealEncoding(String text, double tolerance) {
        int real = TokenCounter.of("gpt-4o").count(text);
        assertThat((double) TokenCounter.of("other").count(text)).isBetween(real * (1 - tolerance), real * (1 + tolerance));
    }

    @Test
    void anEmptyTextHasNoTokens() {
        assertThat(TokenCounter.of("other").count("")).isZero();
        assertThat(TokenCounter.of("gpt-4o").count("")).isZero();
    }
}
