package dev.assay.app.shell;

/** A row of the palette. */
sealed interface PaletteRow {

    /** The name of what follows. */
    record Heading(String title) implements PaletteRow {}

    /** Something to choose. */
    record Choice(PaletteModel.Entry entry) implements PaletteRow {}
}
