-- The taxonomy. The root is no row: a node without a parent is a domain, its children are bases, theirs are categories.
-- A node is identified by its id, never by its name: one name may stand at several places.
CREATE TABLE node (
    id        TEXT NOT NULL PRIMARY KEY,
    parent_id TEXT REFERENCES node (id),
    name      TEXT NOT NULL,
    position  INTEGER NOT NULL,
    run_id    TEXT NOT NULL REFERENCES run (id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX node_sibling ON node (coalesce(parent_id, ''), name);

-- Ancestors are implied: only the deepest fitting nodes of a query are rows.
CREATE TABLE query_tag (
    query_id TEXT NOT NULL REFERENCES query (id),
    node_id  TEXT NOT NULL REFERENCES node (id),
    score    REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    run_id   TEXT NOT NULL REFERENCES run (id),
    PRIMARY KEY (query_id, node_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX query_tag_node ON query_tag (node_id);
