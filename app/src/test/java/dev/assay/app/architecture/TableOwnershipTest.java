package dev.assay.app.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.assay.datasets.study.OwnsTables;
import dev.assay.datasets.study.Study;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each table has one owner, and nobody outside the owner's module names it in SQL. Keywords are upper case in this house, tables lower. */
class TableOwnershipTest {

    private static final Pattern NAMES_TABLE = Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE|TABLE)\\s+(?<table>[a-z_]+)");
    private static final Pattern CHANGES_TABLE = Pattern.compile("\\b(?:INSERT\\s+INTO|REPLACE\\s+INTO|UPDATE|DELETE\\s+FROM)\\s+(?<table>[a-z_]+)");

    private final List<JavaClass> house = House.load().stream().toList();

    private final Map<String, Set<JavaClass>> owners = house.stream()
            .filter(type -> type.isAnnotatedWith(OwnsTables.class))
            .flatMap(type -> Stream.of(type.getAnnotationOfType(OwnsTables.class).value()).map(table -> Map.entry(table, type)))
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));

    /** Those that SQLite keeps for a virtual table ("shadow") belong to who owns that, and views are only ways to read. */
    @Test
    void everyTableOfAStudyHasExactlyOneOwner(@TempDir Path folder) {
        List<String> tables;
        try (Study study = Study.create(folder.resolve("s.assay"), Clock.systemUTC())) {
            tables = study.read(reading -> reading.sql()
                    .select("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
                    .mapTo(String.class)
                    .list());
        }
        assertThat(owners.keySet()).containsExactlyInAnyOrderElementsOf(tables);
        assertThat(owners).allSatisfy((table, types) -> assertThat(types).as("owners of %s", table).hasSize(1));
    }

    @Test
    void aTableIsReadOnlyInItsModuleAndByOwnersOfTables() {
        assertThat(uses(NAMES_TABLE)).isNotEmpty().allSatisfy(use -> {
            assertThat(House.ownsTables().test(use.type())).as("%s, which names the table %s, owns tables", use.type(), use.table()).isTrue();
            assertThat(House.moduleOf(use.type())).as("module of %s, which names the table %s", use.type(), use.table())
                    .isEqualTo(House.moduleOf(Objects.requireNonNull(owners.get(use.table())).iterator().next()));
        });
    }

    @Test
    void aTableIsChangedOnlyByItsOwner() {
        assertThat(uses(CHANGES_TABLE)).isNotEmpty().allSatisfy(use ->
                assertThat(owners.get(use.table())).as("owner of the table %s", use.table()).containsExactly(House.outermost(use.type())));
    }

    private record Use(JavaClass type, String table) {}

    private List<Use> uses(Pattern pattern) {
        List<Use> uses = new ArrayList<>();
        for (JavaClass type : house) {
            for (String text : constants(type)) {
                pattern.matcher(text).results()
                        .map(match -> match.group("table"))
                        .filter(owners::containsKey)
                        .forEach(table -> uses.add(new Use(type, table)));
            }
        }
        return uses;
    }

    private static List<String> constants(JavaClass type) {
        try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return StreamSupport.stream(ClassFile.of().parse(bytes.readAllBytes()).constantPool().spliterator(), false)
                    .filter(StringEntry.class::isInstance)
                    .map(entry -> ((StringEntry) entry).stringValue())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
