package dev.assay.datasets.importing;

import dev.assay.datasets.AssayException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Says of a file that does not fit its format which one it fits. */
final class FormatGuess {

    private FormatGuess() {}

    /** @throws AssayException with the format that these first rows of a file belong to, if that is another than the one asked for */
    static void refuseIfOther(ImportFormat format, SourceFile file, List<Row> rows) {
        Arrays.stream(ImportFormat.values())
                .filter(each -> rows.stream().anyMatch(row -> RowKinds.kindOf(each, row).isPresent()))
                .findFirst()
                .ifPresent(other -> refuse(format, file, other));
        if (format != ImportFormat.FEEDBACKER_TAXONOMY && TaxonomyReader.looksLikeTaxonomy(file)) {
            refuse(format, file, ImportFormat.FEEDBACKER_TAXONOMY);
        }
    }

    private static void refuse(ImportFormat format, SourceFile file, ImportFormat other) {
        throw new AssayException(file.path() + " is no " + format.cliName() + " file, it looks like " + other.cliName()
                + ": import it as " + other.cliName());
    }

    /** Says which fields these rows have, as none of them is of the format. */
    static AssayException wrongFields(ImportFormat format, SourceFile file, List<Row> rows) {
        return new AssayException(file.path() + " is no " + format.cliName() + " file, its rows have the fields " + names(rows.getFirst())
                + ": see docs/formats.md for the fields of each format");
    }

    /** Says which columns a CSV file without rows names, and which it would have to. */
    static AssayException wrongColumns(ImportFormat format, SourceFile file, Row header) {
        String needed = RowKinds.of(format).stream().map(RowKind::needs).collect(Collectors.joining("; or "));
        return new AssayException(file.path() + " is no " + format.cliName() + " file, its first line (" + names(header) + ") lacks the columns "
                + needed + "; see docs/formats.md for the fields of each format");
    }

    private static String names(Row row) {
        return row.fields().properties().stream()
                .map(field -> shortened(field.getKey()))
                .limit(12)
                .collect(Collectors.joining(", "));
    }

    private static String shortened(String name) {
        return name.length() <= 30 ? name : name.substring(0, 30) + "…";
    }
}
