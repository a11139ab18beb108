-- One judgment is a score or a failure with its reason, never both and never neither.
-- The role 'baseline' marks the answer that was scored first, once per query, as the yardstick of the others.
CREATE TABLE judgment (
    run_id    TEXT NOT NULL REFERENCES run (id),
    query_id  TEXT NOT NULL REFERENCES query (id),
    subject   TEXT NOT NULL REFERENCES subject (name),
    replicate INTEGER NOT NULL DEFAULT 0,
    role      TEXT NOT NULL DEFAULT 'candidate' CHECK (role IN ('candidate', 'baseline')),
    score     REAL,
    failure   TEXT,
    reason    TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (run_id, query_id, subject, replicate),
    CHECK ((score IS NULL) <> (failure IS NULL))
) STRICT, WITHOUT ROWID;

-- Criteria of a query within a run; evidence is what the engine needs to score by them again, as JSON.
CREATE TABLE criterion (
    run_id      TEXT NOT NULL REFERENCES run (id),
    query_id    TEXT NOT NULL REFERENCES query (id),
    position    INTEGER NOT NULL,
    name        TEXT NOT NULL,
    description TEXT NOT NULL,
    weight      INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 100),
    evidence    TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(evidence)),
    PRIMARY KEY (run_id, query_id, position)
) STRICT, WITHOUT ROWID;

-- No criteria could be derived for the query: a failure with its reason.
CREATE TABLE criteria_failure (
    run_id   TEXT NOT NULL REFERENCES run (id),
    query_id TEXT NOT NULL REFERENCES query (id),
    failure  TEXT NOT NULL,
    PRIMARY KEY (run_id, query_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE criterion_score (
    run_id    TEXT NOT NULL,
    query_id  TEXT NOT NULL,
    subject   TEXT NOT NULL,
    replicate INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    score     REAL NOT NULL,
    reason    TEXT NOT NULL,
    PRIMARY KEY (run_id, query_id, subject, replicate, position),
    FOREIGN KEY (run_id, query_id, subject, replicate) REFERENCES judgment (run_id, query_id, subject, replicate),
    FOREIGN KEY (run_id, query_id, position) REFERENCES criterion (run_id, query_id, position)
) STRICT, WITHOUT ROWID;
