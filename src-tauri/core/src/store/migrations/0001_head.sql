-- A plan, schema 1. Tables are of three classes: content (logged, hashed, travels), ledger (logged), bookkeeping (neither).

-- Bookkeeping: what the file says of itself.
CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Bookkeeping: the bytes of every snapshot that this plan made, came from or reviewed.
CREATE TABLE kept_snapshot (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('made', 'origin', 'reviewed')),
    -- The newest step when the snapshot was made.
    op INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

-- History: the steps. Append-only but for `state`.
CREATE TABLE op (
    id INTEGER NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    args TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    organization TEXT NOT NULL,
    sitting TEXT NOT NULL,
    token TEXT,
    -- done, undone, dropped (undone, then something else was done), noted (never undone), barrier (nothing before is undone)
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped', 'noted', 'barrier')),
    -- The step that an undo or redo answers.
    target INTEGER REFERENCES op (id)
) STRICT;
CREATE INDEX op_undone ON op (id) WHERE state = 'undone';
CREATE INDEX op_barrier ON op (id) WHERE state = 'barrier';

-- History: what each step changed, in order. JSON of the changed columns; the whole row on insert and delete. Append-only.
CREATE TABLE change (
    seq INTEGER NOT NULL PRIMARY KEY,
    op INTEGER NOT NULL REFERENCES op (id),
    tbl TEXT NOT NULL,
    pk TEXT NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX change_op ON change (op);
CREATE INDEX change_row ON change (pk, tbl);
