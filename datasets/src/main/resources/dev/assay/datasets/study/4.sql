-- The ledger: every call of a language model, with the reply as it came, stored before anybody reads it.
CREATE TABLE call (
    sequence       INTEGER PRIMARY KEY AUTOINCREMENT,
    request_hash   TEXT NOT NULL,
    run_id         TEXT NOT NULL REFERENCES run (id),
    unit           TEXT NOT NULL,
    model          TEXT NOT NULL,
    model_asked    TEXT NOT NULL,
    model_answered TEXT,
    replicate      INTEGER NOT NULL,
    -- 'reply', or the kind of failure: a failed call is a row too.
    outcome        TEXT NOT NULL,
    detail         TEXT NOT NULL DEFAULT '',
    finish_reason  TEXT,
    http_status    INTEGER,
    tokens_in      INTEGER,
    tokens_out     INTEGER,
    -- Null while no price is known: unknown is not free.
    cost           REAL,
    latency_ms     INTEGER NOT NULL,
    attempts       INTEGER NOT NULL,
    batch          TEXT,
    asked_at       TEXT NOT NULL,
    request        TEXT NOT NULL CHECK (json_valid(request)),
    text           TEXT,
    body           TEXT
) STRICT;
CREATE INDEX call_replies ON call (request_hash) WHERE outcome = 'reply';
CREATE INDEX call_by_run ON call (run_id, outcome, cost, tokens_in, tokens_out, batch);

-- What has become of each unit of work of a run that asks models. A unit without a row is still to be done.
CREATE TABLE unit (
    run_id      TEXT NOT NULL REFERENCES run (id),
    key         TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('done', 'failed')),
    cause       TEXT NOT NULL DEFAULT '',
    detail      TEXT NOT NULL DEFAULT '',
    finished_at TEXT NOT NULL,
    PRIMARY KEY (run_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_failures ON unit (run_id, cause) WHERE state = 'failed';

-- How much may be spent; the scope is the id of a run, or 'study' for all of them together.
CREATE TABLE budget (
    scope  TEXT NOT NULL PRIMARY KEY,
    amount REAL NOT NULL CHECK (amount >= 0)
) STRICT, WITHOUT ROWID;

-- Calls that a service makes in its own time, at half the price. The price is the one at which they were asked for.
CREATE TABLE batch (
    id          TEXT NOT NULL PRIMARY KEY,
    run_id      TEXT NOT NULL REFERENCES run (id),
    model       TEXT NOT NULL,
    model_asked TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN
                    ('collecting', 'written', 'by hand', 'uploaded', 'running', 'done', 'partly done', 'expired', 'cancelled', 'failed')),
    requests    INTEGER NOT NULL DEFAULT 0,
    bytes       INTEGER NOT NULL DEFAULT 0,
    price_in    REAL,
    price_out   REAL,
    remote_file TEXT,
    remote_id   TEXT,
    message     TEXT NOT NULL DEFAULT '',
    created_at  TEXT NOT NULL,
    expires_at  TEXT,
    checked_at  TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_by_run ON batch (run_id, state);

-- A custom id is unique in the study, so that results can be taken in without saying of which batch they are.
CREATE TABLE batch_request (
    custom_id     TEXT NOT NULL PRIMARY KEY,
    batch_id      TEXT NOT NULL REFERENCES batch (id),
    unit          TEXT NOT NULL,
    request_hash  TEXT NOT NULL,
    replicate     INTEGER NOT NULL,
    request       TEXT NOT NULL CHECK (json_valid(request)),
    expected_cost REAL,
    state         TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed'))
) STRICT;
CREATE INDEX batch_request_by_batch ON batch_request (batch_id, state);
CREATE INDEX batch_request_waiting ON batch_request (request_hash) WHERE state = 'waiting';
