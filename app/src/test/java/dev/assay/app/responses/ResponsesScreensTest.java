package dev.assay.app.responses;

import static dev.assay.app.testing.Bench.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.testing.Bench;
import dev.assay.app.testing.RealStudies;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.judges.pc2.Pc2Judging;
import dev.assay.judges.pc2.Pc2Specification;
import dev.assay.judges.pc2.Scale;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the view, to be looked at: target/screens. */
class ResponsesScreensTest {

    private static final Place START = Place.of(ViewId.RESPONSES);
    private static final String CODE = """
            Here is the corrected code:

            ```python
            for i in range(10):
                print("Answer is:")
            ```

            **What was wrong**

            1. **Missing colon.** The `for` line must end with `:`
            2. **Missing quotes.** `Answer is:` is text, so it has to be a string.
            """;

    @TempDir
    private Path folder;

    private void show(Study study, Place place, Consumer<Bench> then) {
        try (Bench bench = new Bench(study)) {
            bench.show(ResponsesView::new, place, 980, 880);
            then.accept(bench);
        }
    }

    @Test
    void realAnswersOfTenSubjects() {
        try (Study study = RealStudies.alpacaEval(folder.resolve("real.assay"))) {
            var answered = study.read(new ResponseTable()::answered);
            Pc2Specification specification = Pc2Specification.of(
                    "local", new Pc2Specification.Request(Optional.of("gpt4_1106_preview"), List.of(), new Scale(5), List.of(), 1, Optional.of(12)), answered);
            Pc2Judging.local(study, Clocks.fixed()).run(specification, Progress.none(), new Cancellation());
            try (Bench bench = new Bench(study)) {
                String judged = study.read(reading -> new QueryTable().ids(reading).getFirst());
                ResponsesView view = bench.show(ResponsesView::new, START.with(Place.QUERY, judged), 980, 880);
                bench.pictures("responses");
                onFx(() -> {
                    view.model().cell().set(Optional.of(new Cell("claude-2", 0)));
                    return true;
                });
                bench.pictures("responses-real-reason");
                assertThat(onFx(() -> view.model().evidence().get())).isPresent();
                onFx(() -> {
                    view.model().cell().set(Optional.empty());
                    view.model().setPinned("gpt4_1106_preview", true);
                    view.model().reference().set(Optional.of("gpt4_1106_preview"));
                    return true;
                });
                bench.pictures("responses-differences");
                onFx(() -> {
                    view.model().reference().set(Optional.empty());
                    bench.textSize(200);
                    return true;
                });
                bench.pictures("responses-200");
            }
        }
    }

    @Test
    void seventeenSubjectsWithFailuresAndReplicates() {
        try (SmallStudy small = new SmallStudy(folder)) {
            String query = small.query("Identify and fix bugs in the given code and rewrite it\n\n```\nfor i in range(10)\n    print(Answer is:)\n```");
            small.scored(query, SmallStudy.BASELINE, 0, CODE, 4, 4, "names \"the for line\"");
            for (int i = 1; i <= 16; i++) {
                String subject = "model-with-a-rather-long-name-%02d".formatted(i);
                if (i % 5 == 2) {
                    small.failed(query, subject, CODE, "the judge gave no JSON: it began to explain, and stopped in the middle of a sentence");
                } else {
                    for (int replicate = 0; replicate < (i % 2 == 1 ? 3 : 1); replicate++) {
                        double score = Math.max(1, 5 - (i + replicate) % 5);
                        small.scored(query, subject, replicate, CODE, score, 5 - i % 3, "names \"must end with :\"");
                    }
                }
            }
            show(small.study(), START, bench -> bench.pictures("responses-17"));
        }
    }

    @Test
    void textsThatAreHardToShow() {
        try (SmallStudy small = new SmallStudy(folder)) {
            String query = small.query("翻译下面的句子 — translate: 한국어도 있습니다. שלום עולם 😀", "And now in Arabic?");
            small.answer(query, "chinese", 0, "今天天气很好，我们去公园散步吧。\n\n- 第一点：**重要**的内容\n- 第二点：`代码`\n\n> 引用的文字也要换行，因为这一行很长很长很长很长很长很长。", "好的。")
                    .answer(query, "hebrew", 0, "שלום עולם! זהו משפט ארוך בעברית, עם English באמצע, ועם `code` גם כן.\n\n1. ראשון\n2. שני", "مرحبا بالعالم، هذا نص عربي طويل نسبيا.")
                    .answer(query, "korean", 0, "안녕하세요. 오늘은 날씨가 좋네요 😀🎉.\n\n| 이름 | 값 |\n|---|--:|\n| 하나 | 1 |\n| 둘 | 22 |", "네.")
                    .answer(query, "long", 0, "word ".repeat(40_000), "x".repeat(5_000));
            show(small.study(), START, bench -> bench.pictures("responses-scripts"));
        }
    }

    @Test
    void nothingToShow() {
        try (SmallStudy small = new SmallStudy(folder)) {
            show(small.study(), START, bench -> bench.pictures("responses-empty"));
            small.query("Nobody has answered this.");
            show(small.study(), START, bench -> bench.pictures("responses-unanswered"));
        }
    }
}
