package dev.assay.datasets.importing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.importing.Elements.Element;
import dev.assay.datasets.importing.Elements.Good;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which files are read, as what, and in which order: a file after those that it builds on, whatever the order they are named in.
 * Making the plan looks into every file, so that a wrong one is found before anything is changed.
 */
record ImportPlan(List<Step> steps) {

    /** @param rank files of lower rank come first */
    record Step(SourceFile file, ItemReader reader, int rank) {}

    /** How many rows are looked at to tell what a file is. */
    private static final int LOOKED_AT = 10;

    /** @throws AssayException if a path does not lead to files of the format */
    static ImportPlan of(ImportFormat format, List<Path> paths, ImportOptions options) {
        if (paths.isEmpty()) {
            throw new AssayException("there is nothing to import: name the files");
        }
        return new ImportPlan(paths.stream()
                .flatMap(path -> files(format, path))
                .map(path -> step(format, SourceFile.require(path), options))
                .sorted(Comparator.comparingInt(Step::rank))
                .toList());
    }

    /**
     * What a file looks like, by its first rows or, without rows, its header; empty where it is of no format.
     *
     * @throws AssayException if it cannot be read
     */
    static Optional<ImportFormat> recognise(SourceFile file) {
        Beginning beginning = beginning(file);
        List<Row> rows = beginning.rows().isEmpty() ? beginning.header().stream().toList() : beginning.rows();
        return Arrays.stream(ImportFormat.values())
                .filter(format -> rows.stream().anyMatch(row -> RowKinds.kindOf(format, row).isPresent()))
                .findFirst()
                .or(() -> TaxonomyReader.looksLikeTaxonomy(file) ? Optional.of(ImportFormat.FEEDBACKER_TAXONOMY) : Optional.empty());
    }

    long bytes() {
        return steps.stream().mapToLong(step -> step.file().size()).sum();
    }

    private static Stream<Path> files(ImportFormat format, Path path) {
        return format == ImportFormat.ALPACA_EVAL && Files.isDirectory(path) ? ModelFolders.files(path).stream() : Stream.of(path);
    }

    private static Step step(ImportFormat format, SourceFile file, ImportOptions options) {
        Beginning beginning = beginning(file);
        List<Row> rows = beginning.rows();
        if (format == ImportFormat.FEEDBACKER_TAXONOMY) {
            FormatGuess.refuseIfOther(format, file, rows);
            return new Step(file, new TaxonomyReader(), 0);
        }
        RowKind kind = kindOf(format, file, beginning);
        return new Step(file, new RowReader(kind, options), RowKinds.of(format).indexOf(kind));
    }

    /** By the first rows. Where none of them is sound, the file is taken for the first kind, and its rows will be rejected one by one. */
    private static RowKind kindOf(ImportFormat format, SourceFile file, Beginning beginning) {
        List<Row> rows = beginning.rows();
        Optional<RowKind> kind = rows.stream().flatMap(row -> RowKinds.kindOf(format, row).stream()).findFirst();
        if (kind.isEmpty()) {
            FormatGuess.refuseIfOther(format, file, rows);
            if (!rows.isEmpty()) {
                throw FormatGuess.wrongFields(format, file, rows);
            }
            if (beginning.header().isPresent()) {
                return kindOfHeader(format, file, beginning.header().get());
            }
        }
        return kind.orElseGet(() -> RowKinds.of(format).getFirst());
    }

    /** Any line of words is a CSV file without rows; only one that names the right columns is an import of nothing. */
    private static RowKind kindOfHeader(ImportFormat format, SourceFile file, Row header) {
        Optional<RowKind> kind = RowKinds.kindOf(format, header);
        if (kind.isEmpty()) {
            FormatGuess.refuseIfOther(format, file, List.of(header));
        }
        return kind.orElseThrow(() -> FormatGuess.wrongColumns(format, file, header));
    }

    /**
     * What a file begins with.
     *
     * @param header the columns that its first line names, as a row without values; empty where rows name their fields themselves
     * @param rows the sound ones among its first rows
     */
    private record Beginning(Optional<Row> header, List<Row> rows) {}

    private static Beginning beginning(SourceFile file) {
        List<Row> rows = new ArrayList<>();
        try (Elements elements = Elements.open(file, count -> {})) {
            Element element = elements.next();
            for (int i = 0; i < LOOKED_AT && element != null; i++, element = elements.next()) {
                if (element instanceof Good(var row)) {
                    rows.add(row);
                }
            }
            return new Beginning(header(elements.columns()), rows);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private static Optional<Row> header(List<String> columns) {
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        columns.forEach(fields::putNull);
        return Optional.of(new Row(1, fields));
    }
}
