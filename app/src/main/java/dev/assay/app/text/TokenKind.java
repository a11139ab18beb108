package dev.assay.app.text;

/** What a piece of code is, as far as a highlighter of words can tell. */
public enum TokenKind {
    PLAIN,
    KEYWORD,
    STRING,
    COMMENT,
    NUMBER
}
