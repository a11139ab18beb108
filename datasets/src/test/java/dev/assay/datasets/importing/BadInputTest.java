package dev.assay.datasets.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.AssayException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a file holds: good rows come in, bad ones are named with line and reason, and nothing else happens. */
class BadInputTest extends ImportCase {

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreNoPartOfTheData() throws IOException {
        ImportResult result = run(ImportFormat.QUERIES, file("q.jsonl", "\ufeff{\"text\":\"one\"}\r\n{\"text\":\"two\"}\r\n"));
        assertThat(result.rejected()).isEmpty();
        assertThat(texts()).containsExactly("one", "two");
        run(ImportFormat.QUERIES, file("q.csv", "\ufefftext,source\r\nthree,x\r\n"));
        assertThat(texts()).containsExactly("one", "three", "two");
    }

    @Test
    void bytesThatAreNotUtf8RejectTheirRowOnly() throws IOException {
        byte[] bytes = "{\"text\":\"one\"}\n{\"text\":\"M#nchen\"}\n{\"text\":\"three\"}\n".getBytes(StandardCharsets.UTF_8);
        bytes[indexOf(bytes, '#')] = (byte) 0xfc;

        ImportResult result = run(ImportFormat.QUERIES, file("q.jsonl", bytes));

        assertThat(texts()).containsExactly("one", "three");
        assertRejected(result, 2, "its byte 11 is not UTF-8");
    }

    @Test
    void bytesThatAreNotUtf8RejectTheirRecordOfACsvFileOnly() throws IOException {
        byte[] bytes = "text\none\nM#nchen\nthree\n".getBytes(StandardCharsets.UTF_8);
        bytes[indexOf(bytes, '#')] = (byte) 0xfc;

        ImportResult result = run(ImportFormat.QUERIES, file("q.csv", bytes));

        assertThat(texts()).containsExactly("one", "three");
        assertRejected(result, 3, "its column 'text' is not UTF-8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"text":"a\\u0000b"}             | its field 'text' has a NUL character at position 2
            {"text":"a\\ud800b"}             | its field 'text' has half a surrogate pair at position 2
            {"text":"\\udc00\\ud800"}        | its field 'text' has half a surrogate pair at position 1
            {"text":7}                       | its field 'text' is no text but 7
            {"text":null}                    | its field 'text' is null
            {"source":"x"}                   | it has no field 'text'
            {"text":"  "}                    | its field 'text' is blank
            {"text":"a","text":"b"}          | a field stands in it twice
            {"text":"a"} {"text":"b"}        | it is not JSON
            {"text":"a","followUps":[1]}     | its field 'followUps' holds 1 among the texts
            {"text":"a","followUps":"[1"}    | its field 'followUps' is no JSON array
            {"text":"a","id":1.5}            | its field 'id' is no text but 1.5
            {"text":"a                       | it ends in the middle of a JSON value
            ["text"]                         | it is no JSON object but an array
            text                             | it is not JSON
            """)
    void aBadRowIsRejectedWithItsReason(String row, String reason) throws IOException {
        ImportResult result = run(ImportFormat.QUERIES, file("q.jsonl", "{\"text\":\"first\"}\n" + row + "\n{\"text\":\"last\"}\n"));
        assertThat(texts()).containsExactly("first", "last");
        assertRejected(result, 2, reason);
    }

    @Test
    void aPairOfSurrogatesIsACharacter() throws IOException {
        run(ImportFormat.QUERIES, file("q.jsonl", "{\"text\":\"\\ud83d\\ude00\"}"));
        assertThat(texts()).containsExactly("\ud83d\ude00");
    }

    @Test
    void fieldsThatNobodyAskedForAreLeftOut() throws IOException {
        ImportResult result = run(ImportFormat.QUERIES, file("q.jsonl", "{\"text\":\"one\",\"temperature\":{\"a\":[1]},\"x\":null}"));
        assertThat(result.count(ItemKind.QUERIES)).isEqualTo(1);
        assertThat(result.rejected()).isEmpty();
    }

    @Test
    void anIdThatMeansAnotherTextAlreadyRejectsTheRow() throws IOException {
        ImportResult result = run(ImportFormat.QUERIES, file("q.jsonl", """
                {"id":1,"text":"one"}
                {"id":"1","text":"another"}
                {"id":2,"text":"one"}
                """));
        assertThat(texts()).containsExactly("one");
        assertRejected(result, 2, "the id '1' of the collection 'queries' belongs to another text already");
    }

    @Test
    void aLineOfTenMegabytesIsRead() throws IOException {
        String text = "x".repeat(10 << 20);
        ImportResult result = run(ImportFormat.QUERIES, file("q.jsonl", "{\"text\":\"" + text + "\"}\n{\"text\":\"short\"}\n"));
        assertThat(result.rejected()).isEmpty();
        assertThat(texts()).containsExactly("short", text);
    }

    @Test
    void anAbsurdlyLongLineIsRejectedWithoutBeingHeld() throws IOException {
        Path file = folder.resolve("q.jsonl.gz");
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'x');
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{\"text\":\"".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 200; i++) {
                out.write(block);
            }
            out.write("\"}\n{\"text\":\"after it\"}\n".getBytes(StandardCharsets.UTF_8));
        }

        ImportResult result = run(ImportFormat.QUERIES, file);

        assertThat(texts()).containsExactly("after it");
        assertRejected(result, 1, "it is longer than 32 MiB");
    }

    @Test
    void aQuoteThatIsNeverClosedEndsACsvFileWithARejection() throws IOException {
        ImportResult result = run(ImportFormat.QUERIES, file("q.csv", "text\none\n\"two\nthree\n"));
        assertThat(texts()).containsExactly("one");
        assertRejected(result, 3, "it is not CSV");
    }

    @Test
    void aRecordThatIsNotAsTheFirstLineSaysIsRejected() throws IOException {
        ImportResult result = run(ImportFormat.QUERIES, file("q.csv", "text,source\n\"a\nb\",x\none,x,y\n\"t\"wo,x\nthree,x\n"));
        assertThat(texts()).containsExactly("a\nb", "three");
        assertThat(result.rejected()).extracting(Rejection::line).containsExactly(4L, 5L);
        assertThat(result.rejected().getFirst().reason()).isEqualTo("it has 3 columns where the first line names 2");
    }

    @Test
    void aColumnNamedTwiceIsAnError() throws IOException {
        Path file = file("q.csv", "text,text\na,b\n");
        assertThatThrownBy(() -> run(ImportFormat.QUERIES, file))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("q.csv:1: the first line names a column twice");
    }

    @Test
    void aTruncatedLastLineIsRejectedAndTheLinesBeforeItStay() throws IOException {
        ImportResult result = run(ImportFormat.QUERIES, file("q.jsonl", "{\"text\":\"one\"}\n{\"text\":\"tw"));
        assertThat(texts()).containsExactly("one");
        assertRejected(result, 2, "it ends in the middle of a JSON value: is the file cut off?");
    }

    @Test
    void aBadElementOfAnArrayIsRejectedWithItsLineAndTheRestGoesOn() throws IOException {
        ImportResult result = run(ImportFormat.QUERIES, file("q.json", """
                [
                  {"text": "one [with, brackets}] and \\"quotes\\""},
                  {
                    "text": two
                  },
                  {"text": "three,
                   "source": "x"},
                  7,
                  {"text": "four"}
                ]"""));
        assertThat(texts()).containsExactly("four", "one [with, brackets}] and \"quotes\"");
        assertThat(result.rejected()).extracting(Rejection::line).containsExactly(3L, 6L, 8L);
    }

    @Test
    void anArrayThatIsCutOffKeepsItsWholeElements() throws IOException {
        ImportResult result = run(ImportFormat.QUERIES, file("q.json", "[{\"text\":\"one\"},\n{\"text\":\"two\"},\n"));
        assertThat(texts()).containsExactly("one", "two");
        assertRejected(result, 3, "the file ends inside the array: is it cut off?");
    }

    @Test
    void deepNestingIsRejected() throws IOException {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        ImportResult result = run(ImportFormat.QUERIES, file("q.jsonl", "{\"text\":\"a\",\"x\":" + deep + "}\n{\"text\":\"b\"}\n"));
        assertThat(texts()).containsExactly("b");
        assertRejected(result, 1, "it is nested more than 500 deep");
    }

    @Test
    void anEmptyFileIsAnErrorAndAnEmptyArrayIsNone() throws IOException {
        Path empty = file("q.jsonl", "");
        assertThatThrownBy(() -> run(ImportFormat.QUERIES, empty))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("q.jsonl is empty");
        assertThat(run(ImportFormat.QUERIES, file("q.json", "[]")).changedNothing()).isTrue();
        assertThat(run(ImportFormat.QUERIES, file("q.csv", "text\n")).changedNothing()).isTrue();
        assertThat(runs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            QUERIES     | broken              | q.txt is no queries file, its first line (broken) lacks the columns text;
            QUERIES     | broken\\n            | lacks the columns text;
            QUERIES     | broken\\na,b\\n       | lacks the columns text;
            RESPONSES   | query,subject\\n     | lacks the columns subject, text, query or queryId;
            PANDALM     | idx\\n               | lacks the columns idx, cmp_key, instruction, response1, response2, annotator1; or idx, pandalm_result or gpt_result;
            QUERIES     | query,subject,text  | it looks like responses
            RESPONSES   | text                | it looks like queries
            """)
    void aFileWithoutRowsWhoseColumnsAreNotOfTheFormatIsAnError(ImportFormat format, String content, String message) throws IOException {
        Path file = file("q.txt", content.replace("\\n", "\n"));
        assertThatThrownBy(() -> run(format, file)).isInstanceOf(AssayException.class).hasMessageContaining(message);
        assertThatThrownBy(() -> Importer.check(format, List.of(file), ImportOptions.DEFAULT)).hasMessageContaining(message);
        assertThat(runs()).isEmpty();
    }

    @Test
    void aFolderAndAMissingFileAreErrors() throws IOException {
        Path sub = Files.createDirectory(folder.resolve("sub"));
        Path good = file("q.jsonl", "{\"text\":\"one\"}");
        assertThatThrownBy(() -> run(ImportFormat.QUERIES, good, sub)).hasMessageContaining("sub is a folder: name the files in it");
        assertThatThrownBy(() -> run(ImportFormat.QUERIES, good, folder.resolve("none.jsonl"))).hasMessageContaining("none.jsonl does not exist");
        assertThatThrownBy(() -> run(ImportFormat.ALPACA_EVAL, sub)).hasMessageContaining("holds neither model_outputs.json nor");
        assertThat(queries()).as("an error in one of the paths is found before anything is changed").isEmpty();
    }

    @Test
    void aFileThatMayNotBeReadIsAnError() throws IOException {
        Path file = file("q.jsonl", "{\"text\":\"one\"}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "skipped: this user may read every file, whatever its permissions");
        assertThatThrownBy(() -> run(ImportFormat.QUERIES, file))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("q.jsonl cannot be read: check its permissions");
    }

    @Test
    void whatIsNoRegularFileIsAnError() {
        Path device = Path.of("/dev/null");
        Assumptions.assumeTrue(Files.exists(device), "skipped: this system has no " + device);
        assertThatThrownBy(() -> run(ImportFormat.QUERIES, device)).hasMessageContaining("is no regular file");
    }

    @Test
    void aGzipFileThatIsCutOffLeavesNothing() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(whole)) {
            for (int i = 0; i < 10_000; i++) {
                out.write(("{\"text\":\"query " + i * 7_919 % 10_007 + "\"}\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        Path file = file("q.jsonl.gz", Arrays.copyOf(whole.toByteArray(), whole.size() / 2));
        assertThatThrownBy(() -> run(ImportFormat.QUERIES, file))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("is a damaged gzip file")
                .hasMessageContaining("nothing of it was imported");
        assertThat(queries()).isEmpty();
        assertThat(runs()).isEmpty();
    }

    @Test
    void gzipIsToldByItsBytesWhateverTheName() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write("{\"text\":\"one\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        run(ImportFormat.QUERIES, file("q.jsonl", bytes.toByteArray()));
        assertThat(texts()).containsExactly("one");
    }

    @Test
    void utf16AndZipAreNamedAsWhatTheyAre() throws IOException {
        Path utf16 = file("q.csv", "\ufefftext\none\n".getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> run(ImportFormat.QUERIES, utf16)).hasMessageContaining("is UTF-16: save it as UTF-8");
        Path zip = file("q.zip", new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThatThrownBy(() -> run(ImportFormat.QUERIES, zip)).hasMessageContaining("is a zip archive: unpack it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            QUERIES     | {"instruction":"a","output":"b","generator":"m"}          | it looks like alpaca-eval
            ALPACA_EVAL | {"question_id":81,"turns":["a","b"]}                      | it looks like mt-bench
            PANDALM     | {"text":"a"}                                              | it looks like queries
            QUERIES     | {"query":"q","subject":"m","text":"a"}                    | it looks like responses
            RESPONSES   | {"query":"q","subjectA":"m","subjectB":"n","value":1}     | it looks like preferences
            MT_BENCH    | {"prompt":"a","meta_data":{}}                             | it looks like feedbacker-queries
            QUERIES     | <Task Types>\\nCoding\\n├── Development\\n│   ├── Review    | it looks like feedbacker-taxonomy
            QUERIES     | {"coding":{"Task Types":{"Review":{}}}}                   | it looks like feedbacker-taxonomy
            QUERIES     | {"name":"a","value":1}                                    | its rows have the fields name, value
            FEEDBACKER_TAXONOMY | {"text":"a"}                                      | it looks like queries
            """)
    void aFileOfAnotherFormatIsNamedAsThat(ImportFormat format, String content, String message) throws IOException {
        Path file = file("f.jsonl", content.replace("\\n", "\n"));
        assertThatThrownBy(() -> run(format, file)).isInstanceOf(AssayException.class).hasMessageContaining(message);
        assertThat(runs()).isEmpty();
    }

    @Test
    void aStrictImportUndoesTheFileWithItsFirstBadRow() throws IOException {
        Path good = file("a.jsonl", "{\"text\":\"kept\"}\n");
        Path bad = file("b.jsonl", "{\"text\":\"undone\"}\n{\"text\":7}\n");
        assertThatThrownBy(() -> run(ImportFormat.QUERIES, ImportOptions.STRICT, good, bad))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("b.jsonl:2: its field 'text' is no text but 7")
                .hasMessageContaining("nothing of this file was imported");
        assertThat(texts()).containsExactly("kept");
        assertThat(runs()).hasSize(1);
    }

    @Test
    void ofManyRejectionsTheFirstThousandAreKeptAndAllAreCounted() throws IOException {
        ImportResult result = run(ImportFormat.QUERIES, file("q.jsonl", "{\"text\":\"one\"}\n" + "{}\n".repeat(2_500)));
        assertThat(result.rejected()).hasSize(1_000);
        assertThat(result.rejectedTotal()).isEqualTo(2_500);
    }

    private static void assertRejected(ImportResult result, long line, String reason) {
        assertThat(result.rejected()).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(line);
            assertThat(rejection.reason()).contains(reason);
        });
        assertThat(result.rejectedTotal()).isEqualTo(1);
    }

    private static int indexOf(byte[] bytes, char letter) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == letter) {
                return i;
            }
        }
        throw new IllegalArgumentException("no " + letter);
    }
}
