package dev.assay.app.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void aPlainNameStaysAsItIs() {
        assertThat(FileNames.of("vicuna-13b-v1.5")).isEqualTo("vicuna-13b-v1.5");
    }

    @Test
    void namesThatDifferOnlyInWhatAFileNameCannotHoldDifferAllTheSame() {
        List<String> names = List.of("gpt-4", "GPT-4", "gpt/4", "gpt:4", "..", "猫", "犬", "a".repeat(70), "a".repeat(71));

        assertThat(names.stream().map(FileNames::of)).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9][a-z0-9.-]*"));
    }

    @Test
    void noNameLeadsOutOfTheFolder() {
        assertThat(FileNames.of("../../etc/passwd")).doesNotContain("/").doesNotStartWith(".");
    }
}
