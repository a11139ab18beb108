package dev.assay.datasets.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.testing.ChildProgram;
import dev.assay.datasets.testing.Clocks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong with a file: each is one clear line, and nothing is lost. */
class StudyFaultTest {

    private final QueryTable queries = new QueryTable();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("s.assay");
    }

    @Test
    void aStudyThatIsNotThereIsNamed() {
        refused(() -> Study.open(file, Clocks.fixed()), "there is no study " + file);
        refused(() -> Study.openReadOnly(file), "there is no study " + file);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path lost = folder.resolve("lost/s.assay");
        refused(() -> Study.create(lost, Clocks.fixed()), "the folder " + lost.getParent() + " does not exist");
        refused(() -> Study.openOrCreate(lost, Clocks.fixed()), "the folder " + lost.getParent() + " does not exist");
    }

    @Test
    void aFolderIsNoStudy() {
        refused(() -> Study.open(folder, Clocks.fixed()), folder + " is a folder, not a study");
        refused(() -> Study.openOrCreate(folder, Clocks.fixed()), folder + " is a folder, not a study");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id,text\n1,hello\n", "SQLite format 3\0", "SQLite format 3\0 and then something else, longer than the head of a database"})
    void textIsNoStudyAndStaysAsItIs(String text) throws IOException {
        Files.writeString(file, text);
        refusedUnchanged(file + " is no study: choose a file that Assay made");
    }

    @Test
    void aDatabaseOfAnotherProgramIsNoStudyAndStaysAsItIs() throws Exception {
        for (String mode : List.of("DELETE", "WAL")) {
            Files.deleteIfExists(file);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                    var statement = other.createStatement()) {
                statement.execute("PRAGMA journal_mode = " + mode);
                statement.execute("CREATE TABLE query (id TEXT)");
            }
            refusedUnchanged(file + " is no study");
            assertThat(folder).isDirectoryNotContaining("glob:**.assay-*");
        }
    }

    @Test
    void aStudyThatWasCutShortIsDamagedAndStaysAsItIs() throws IOException {
        makeStudy(20);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
        refusedUnchanged(file + " is damaged: restore a backup, or see `assay doctor --study " + file + "`");
        assertThat(StudyHealth.examine(file)).anyMatch(check -> !check.ok() && check.detail().contains("is damaged: restore a backup"));
    }

    @Test
    void rubbishAfterTheHeadIsDamageAndStaysAsItIs() throws IOException {
        makeStudy(2);
        byte[] bytes = Files.readAllBytes(file);
        byte[] rubbish = new byte[bytes.length - 100];
        new Random(7).nextBytes(rubbish);
        System.arraycopy(rubbish, 0, bytes, 100, rubbish.length);
        Files.write(file, bytes);
        refusedUnchanged(file + " is damaged");
    }

    @Test
    void aDamagedPageIsReportedWhenItIsReadAndTheRestCanBeRead() throws IOException {
        makeStudy(60);
        damagePages(file);
        assertThat(StudyHealth.examine(file))
                .filteredOn(check -> check.name().equals("study integrity"))
                .singleElement()
                .matches(check -> !check.ok() && check.detail().lines().count() == 1);
        try (Study study = Study.openReadOnly(file)) {
            refused(() -> study.read(reading -> {
                try (var all = queries.stream(reading)) {
                    return all.count();
                }
            }), file + " is damaged: restore a backup");
            assertThat(study.<Integer>read(reading -> reading.sql().select("SELECT count(*) FROM subject").mapTo(int.class).one())).isEqualTo(1);
        }
    }

    @Test
    void aFullDatabaseLosesNothingAndGoesOnWhenThereIsRoom() {
        try (Study study = Study.create(file, Clocks.fixed())) {
            StudyProgram.importFile(study, 0);
            study.change(writing -> writing.sql().execute("PRAGMA max_page_count = 60"));
            refused(() -> {
                for (int n = 1; n < 1000; n++) {
                    StudyProgram.importFile(study, n);
                }
            }, "the disk is full, " + file + " kept everything up to the last finished step: free some space and run the same again");
            int kept = study.<Integer>read(queries::count);
            study.change(writing -> writing.sql().execute("PRAGMA max_page_count = 100000"));
            StudyProgram.importFile(study, 1000);
            assertThat(study.<Integer>read(queries::count)).isEqualTo(kept + StudyProgram.sizeOf(1000));
            assertThat(study.check().problems()).isEmpty();
        }
    }

    /** On a real disk of 4 MiB, which needs a system that lets us mount one. */
    @Test
    void aFullDiskLosesNothingAndLeavesNoHalfBackup() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        try (ChildProgram program = startMounted("mount -t tmpfs -o size=4m tmpfs '" + disk + "'", "fill", disk.resolve("s.assay"))) {
            assertThat(program.exitCode()).isZero();
            assertThat(program.remainingLines()).containsExactly(
                    "full: the disk is full, " + disk.resolve("s.assay")
                            + " kept everything up to the last finished step: free some space and run the same again",
                    "all there: true, sound: true",
                    "backup: the disk is full, " + disk.resolve("backup.assay") + " was not made: free some space, or choose another disk",
                    "left by the backup: []",
                    "all there: true, sound: true",
                    "sound after opening again: true");
        }
    }

    /** A limit on the size of a file is another way to have no room, and there on every Unix. */
    @Test
    void aLimitOnTheSizeOfFilesLosesNothing() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "skipped: this system has no bash to set a limit with");
        List<String> limited = List.of("/bin/bash", "-c", "ulimit -f 2500 && exec \"$@\"", "limited");
        try (ChildProgram program = ChildProgram.startUnder(limited, folder, StudyProgram.class, "outgrow", file)) {
            assertThat(program.exitCode()).isZero();
            assertThat(program.remainingLines()).satisfiesExactly(
                    line -> assertThat(line).startsWith("full: the disk ").contains(file.toString()),
                    line -> assertThat(line).isEqualTo("all there: true, sound: true"));
        }
        try (Study study = Study.open(file, Clocks.fixed())) {
            assertThat(study.check().problems()).isEmpty();
            StudyProgram.importFile(study, 1000);
        }
    }

    @Test
    void aReadOnlyDiskIsReadAndNotWritten() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path study = disk.resolve("s.assay");
        makeStudy(3);
        Files.copy(file, study);
        String mount = "mount --bind '" + disk + "' '" + disk + "' && mount -o remount,bind,ro '" + disk + "'";
        try (ChildProgram program = startMounted(mount, "count", study)) {
            assertThat(program.line()).hasValue(Integer.toString(queriesIn(3)));
        }
        try (ChildProgram program = startMounted(mount, "hold", study)) {
            assertThat(program.line()).hasValue("error: cannot write " + study + ": it is read-only; make it writable, or copy it to a folder of yours");
            assertThat(program.exitCode()).isEqualTo(2);
        }
        try (ChildProgram program = startMounted(mount, "create", disk.resolve("new.assay"))) {
            assertThat(program.line().orElseThrow()).startsWith("error: cannot write in " + disk).contains("choose another folder");
        }
        assertThat(disk).isDirectoryNotContaining("glob:**new.assay*").isDirectoryNotContaining("glob:**s.assay-*");
        assertThat(study).hasSameBinaryContentAs(file);
    }

    @Test
    void aFileWithoutPermissionToWriteIsReadAndNotWritten() throws Exception {
        makeStudy(3);
        assertThat(file.toFile().setWritable(false)).isTrue();
        assumeTrue(!Files.isWritable(file), "skipped: this user may write what is write-protected; aReadOnlyDiskIsReadAndNotWritten stands for it");
        refused(() -> Study.open(file, Clocks.fixed()), "cannot write " + file + ": it is read-only");
        try (Study study = Study.openReadOnly(file)) {
            assertThat(study.<Integer>read(queries::count)).isEqualTo(queriesIn(3));
            refused(() -> StudyProgram.importFile(study, 1), file + " is open for reading only: it cannot be changed here");
        }
    }

    @Test
    void aStudyOpenForReadingRefusesToBeChangedInAnyWay() {
        makeStudy(1);
        try (Study study = Study.openReadOnly(file)) {
            assertThat(study.writable()).isFalse();
            refused(() -> StudyProgram.importFile(study, 1), "is open for reading only");
            refused(study::compact, "is open for reading only");
            assertThatThrownBy(() -> study.read(reading -> reading.sql().execute("DELETE FROM subject"))).isInstanceOf(AssayException.class);
        }
    }

    @Test
    void aStudyThatIsDeletedWhileItIsOpenIsNotWrittenInVain() throws IOException {
        try (Study study = Study.create(file, Clocks.fixed())) {
            StudyProgram.importFile(study, 0);
            Files.delete(file);
            refused(() -> StudyProgram.importFile(study, 1), file + " is gone: it was deleted or moved while it was open");
            refused(() -> study.read(queries::count), file + " is gone");
        }
    }

    @Test
    void aStudyThatIsReplacedWhileItIsOpenIsNeitherReadNorWritten() throws IOException {
        Path other = folder.resolve("other.assay");
        Study.create(other, Clocks.fixed()).close();
        try (Study study = Study.create(file, Clocks.fixed());
                Study reader = Study.openReadOnly(file)) {
            StudyProgram.importFile(study, 0);
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            byte[] replacement = Files.readAllBytes(file);
            refused(() -> StudyProgram.importFile(study, 1), file + " was replaced by another file while it was open: open it again");
            refused(() -> reader.read(queries::count), file + " was replaced by another file");
            assertThat(file).hasBinaryContent(replacement);
        }
    }

    @Test
    void aBackupThatCannotBeWrittenLeavesNothing() throws IOException {
        makeStudy(2);
        Path taken = folder.resolve("taken.assay");
        Files.writeString(taken, "mine");
        try (Study study = Study.openReadOnly(file)) {
            refused(() -> study.backUp(taken), taken + " exists already: choose another name for the copy");
            refused(() -> study.backUp(folder.resolve("lost/b.assay")), "the folder " + folder.resolve("lost") + " does not exist");
        }
        assertThat(taken).hasContent("mine");
        assertThat(folder).isDirectoryNotContaining("glob:**-copy-*");
    }

    private void makeStudy(int files) {
        try (Study study = Study.create(file, Clocks.fixed())) {
            for (int n = 0; n < files; n++) {
                StudyProgram.importFile(study, n);
            }
        }
    }

    private static int queriesIn(int files) {
        return IntStream.range(0, files).map(StudyProgram::sizeOf).sum();
    }

    /** Overwrites the pages of the queries, from the root downwards only the leaves. */
    private static void damagePages(Path file) throws IOException {
        int pageSize;
        List<Integer> leaves;
        try (var handle = Jdbi.open("jdbc:sqlite:" + file)) {
            pageSize = handle.select("PRAGMA page_size").mapTo(int.class).one();
            leaves = handle.select("SELECT pageno FROM dbstat WHERE name = 'query' AND pagetype = 'leaf' ORDER BY pageno").mapTo(int.class).list();
        }
        byte[] rubbish = new byte[pageSize];
        Arrays.fill(rubbish, (byte) 0x5a);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int page : leaves) {
                channel.write(ByteBuffer.wrap(rubbish), (page - 1L) * pageSize);
            }
        }
    }

    private void refused(ThrowingCallable action, String message) {
        assertThatThrownBy(action)
                .isInstanceOf(AssayException.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }

    private void refusedUnchanged(String message) throws IOException {
        byte[] before = Files.readAllBytes(file);
        refused(() -> Study.open(file, Clocks.fixed()), message);
        refused(() -> Study.openOrCreate(file, Clocks.fixed()), message);
        refused(() -> Study.openReadOnly(file).close(), message);
        assertThat(file).hasBinaryContent(before);
        assertThat(folder.resolve("s.assay-lock")).doesNotExist();
    }

    /** In a name space of its own, where even who is no administrator may mount; the mount ends with the program. */
    private ChildProgram startMounted(String mount, String work, Path study) throws Exception {
        List<String> unshare = List.of("unshare", "--mount", "--map-root-user", "/bin/sh", "-c");
        if (!succeeds(unshare, mount)) {
            abort("skipped: this system does not let us mount a file system for a test (`unshare --mount --map-root-user`)");
        }
        List<String> command = new ArrayList<>(unshare);
        command.addAll(List.of(mount + " && exec \"$@\"", "mounted"));
        return ChildProgram.startUnder(command, folder, StudyProgram.class, work, study);
    }

    private static boolean succeeds(List<String> command, String script) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(Stream.concat(command.stream(), Stream.of(script)).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
