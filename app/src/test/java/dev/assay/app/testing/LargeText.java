package dev.assay.app.testing;

import java.util.List;
import java.util.Random;

/** Texts as people type them, made by chance: prose of several languages, code, numbers, emoji. The same random numbers give the same texts. */
final class LargeText {

    private static final List<String> REQUESTS = List.of(
            "Write a haiku about", "Debug this Python script that handles", "Explain in simple words", "Translate into German:", "Summarise the text on",
            "What is the difference between", "Prove that there are infinitely many", "Plan a week in Lisbon with a focus on", "You are a pirate. Tell me about",
            "Give me ten names for", "Compare the advantages of", "Solve step by step:", "Rewrite more politely:", "Erkläre mir bitte", "Schreibe ein Rezept für");

    private static final List<String> WORDS = List.of(
            "the model", "a river", "music", "probability", "an old bridge", "geometry", "kitchen", "contract", "a friendly robot", "the economy", "history",
            "photosynthesis", "a database", "the function", "travel", "memory", "for beginners", "with examples", "in two paragraphs", "without jargon",
            "using only", "and then", "because", "however", "on Sundays", "Grießbrei", "Straße", "Übung", "naïve", "café", "quickly", "carefully", "again");

    private static final List<String> CODE = List.of(
            "```python\ndef sort_list(items):\n    return sorted(items, key=lambda x: x.rank)\n```",
            "```sql\nSELECT name, count(*) FROM orders WHERE total >= 100 GROUP BY name;\n```",
            "```java\nfor (int i = 0; i < values.length; i++) {\n    sum += values[i];\n}\n```", "`getElementById(\"main\")`", "std::vector<int> v = {1, 2, 3};");

    private static final List<String> CHINESE = List.of("请写一个快速排序算法", "这首诗的意思是什么", "用三句话总结下面的文章", "北京的天气怎么样", "如何学习概率论", "写一封道歉信");

    private static final List<String> JAPANESE = List.of("リストをソートする方法を教えてください", "この文を英語に訳してください", "俳句を書いて");

    private static final List<String> EMOJI = List.of("🐸", "🚀", "👩‍💻", "🎵", "😀");

    private final Random random;

    LargeText(Random random) {
        this.random = random;
    }

    /** A query of 20 to 4,000 characters, mostly some hundred. */
    String query(int number) {
        int length = (int) Math.clamp(Math.exp(5.5 + 1.1 * random.nextGaussian()), 20, 3_900);
        StringBuilder text = new StringBuilder();
        int kind = random.nextInt(100);
        if (kind < 8) {
            fill(text, CHINESE, "，", length);
        } else if (kind < 12) {
            fill(text, JAPANESE, "。", length);
        } else {
            text.append(one(REQUESTS)).append(' ');
            prose(text, length, kind < 30);
        }
        // Numbers make texts distinct, as names and dates do in real ones; some stay alike, as in real data.
        return kind == 99 ? text.toString() : text + (kind < 12 ? "第" : " No. ") + number;
    }

    /** An answer of about 300 characters. */
    String answer() {
        StringBuilder text = new StringBuilder();
        prose(text, 150 + random.nextInt(300), random.nextInt(5) == 0);
        return text.toString();
    }

    private void prose(StringBuilder text, int length, boolean code) {
        while (text.length() < length) {
            int kind = random.nextInt(60);
            if (code && kind < 4) {
                text.append("\n\n").append(one(CODE)).append("\n\n");
            } else if (kind == 59) {
                text.append(one(EMOJI)).append(' ');
            } else if (kind > 50) {
                text.append(word()).append(kind > 55 ? ".\n" : ", ");
            } else {
                text.append(kind < 25 ? one(WORDS) : word()).append(' ');
            }
        }
    }

    /** A made-up word of two to four syllables, so that the index of words is as large as a real one. */
    private String word() {
        StringBuilder word = new StringBuilder();
        for (int syllables = 2 + random.nextInt(3); syllables > 0; syllables--) {
            word.append("bdfgklmnprst".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private void fill(StringBuilder text, List<String> sentences, String mark, int length) {
        while (text.length() < length) {
            text.append(one(sentences)).append(mark);
        }
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
