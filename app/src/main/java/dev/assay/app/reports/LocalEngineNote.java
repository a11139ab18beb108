package dev.assay.app.reports;

/** What must be said wherever scores of the local engine are shown. */
final class LocalEngineNote {

    private LocalEngineNote() {}

    static String text() {
        return "The answers were judged by the local engine, which uses no language model. It is weaker than one: it looks at what "
                + "answers contain and how they are made, and does not know whether a statement is true.";
    }
}
