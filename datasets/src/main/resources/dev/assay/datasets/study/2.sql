-- Queries get a number, in the order in which they came, that stays: row ids that are not a column change when a file is compacted, and the
-- index of words points to them. The columns that lists filter and sort by stand before the text, so that a look at them reads no long text.
-- What is measured of a text by the program (QueryMeasure) is null from this migration until the study is next opened for writing.
CREATE TABLE query_numbered (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    source     TEXT NOT NULL DEFAULT '',
    run_id     TEXT NOT NULL REFERENCES run (id),
    length     INTEGER NOT NULL GENERATED ALWAYS AS (length(text)) STORED,
    words      INTEGER,
    letters    INTEGER,
    alike      INTEGER,
    text       TEXT NOT NULL,
    follow_ups TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(follow_ups))
) STRICT;
INSERT INTO query_numbered (id, source, run_id, text, follow_ups)
    SELECT id, source, run_id, text, follow_ups FROM query ORDER BY rowid;
DROP TABLE query;
ALTER TABLE query_numbered RENAME TO query;
CREATE INDEX query_by_length ON query (length, words, letters);
CREATE INDEX query_by_source ON query (source);
CREATE INDEX query_by_alike ON query (alike);

-- All turns of the person as plain text: in follow_ups a line break is two characters of JSON, and the next word would begin with an n.
CREATE VIEW query_words (number, words) AS
    SELECT number,
           iif(follow_ups = '[]', text, text || (SELECT group_concat(char(10) || value, '') FROM json_each(follow_ups)))
    FROM query;

-- Holds the words, not the texts (decision 0010). Without content of its own: SQLite lets the index read its content from a view, but not
-- from one that takes JSON apart.
CREATE VIRTUAL TABLE query_search USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO query_search (rowid, words) SELECT number, words FROM query_words;

CREATE TRIGGER query_search_insert AFTER INSERT ON query BEGIN
    INSERT INTO query_search (rowid, words) SELECT number, words FROM query_words WHERE number = new.number;
END;
CREATE TRIGGER query_search_delete AFTER DELETE ON query BEGIN
    DELETE FROM query_search WHERE rowid = old.number;
END;
CREATE TRIGGER query_search_update AFTER UPDATE OF text, follow_ups ON query BEGIN
    DELETE FROM query_search WHERE rowid = old.number;
    INSERT INTO query_search (rowid, words) SELECT number, words FROM query_words WHERE number = new.number;
END;
