-- What people changed by hand, in order. An edit keeps all that is needed to undo it, or to do it again, in a later program too.
CREATE TABLE edit (
    sequence    INTEGER PRIMARY KEY AUTOINCREMENT,
    kind        TEXT NOT NULL,
    data        TEXT NOT NULL CHECK (json_valid(data)),
    description TEXT NOT NULL,
    undone      INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
    made_at     TEXT NOT NULL
) STRICT;

CREATE TABLE study_property (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
