-- What a run did is kept whole: the specification is JSON with everything needed to do it again.
CREATE TABLE run (
    sequence        INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT NOT NULL UNIQUE,
    step            TEXT NOT NULL,
    engine          TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN
                        ('queued', 'running', 'paused', 'interrupted', 'done', 'partly done', 'failed', 'cancelled')),
    spec            TEXT NOT NULL CHECK (json_valid(spec)),
    seed            INTEGER NOT NULL,
    program_version TEXT NOT NULL,
    started_at      TEXT NOT NULL,
    finished_at     TEXT
) STRICT;

-- A query is its text: the same text from two data sets is one row, so that means are over distinct queries.
-- With row ids: long texts in the order of a hash would touch a page of their own each, and fill it half.
CREATE TABLE query (
    id         TEXT NOT NULL PRIMARY KEY,
    text       TEXT NOT NULL,
    follow_ups TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(follow_ups)),
    source     TEXT NOT NULL DEFAULT '',
    run_id     TEXT NOT NULL REFERENCES run (id)
) STRICT;

-- The id that a query has in a data set; one id never means two texts.
CREATE TABLE query_source (
    collection  TEXT NOT NULL,
    external_id TEXT NOT NULL,
    query_id    TEXT NOT NULL REFERENCES query (id),
    PRIMARY KEY (collection, external_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX query_source_query ON query_source (query_id);

CREATE TABLE subject (
    name TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE response (
    query_id   TEXT NOT NULL REFERENCES query (id),
    subject    TEXT NOT NULL REFERENCES subject (name),
    replicate  INTEGER NOT NULL DEFAULT 0,
    text       TEXT NOT NULL,
    follow_ups TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(follow_ups)),
    run_id     TEXT NOT NULL REFERENCES run (id),
    PRIMARY KEY (query_id, subject, replicate)
) STRICT;
CREATE INDEX response_subject ON response (subject);

-- A subject may answer a query more than once, and a preference is about two answers, not about two subjects.
CREATE TABLE preference (
    query_id    TEXT NOT NULL REFERENCES query (id),
    subject_a   TEXT NOT NULL REFERENCES subject (name),
    replicate_a INTEGER NOT NULL DEFAULT 0,
    subject_b   TEXT NOT NULL REFERENCES subject (name),
    replicate_b INTEGER NOT NULL DEFAULT 0,
    annotator   TEXT NOT NULL,
    value       REAL NOT NULL CHECK (value BETWEEN 0 AND 1),
    reason      TEXT NOT NULL DEFAULT '',
    run_id      TEXT NOT NULL REFERENCES run (id),
    PRIMARY KEY (query_id, subject_a, replicate_a, subject_b, replicate_b, annotator)
) STRICT, WITHOUT ROWID;

CREATE TABLE embedding (
    model  TEXT NOT NULL,
    hash   BLOB NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (model, hash)
) STRICT, WITHOUT ROWID;
