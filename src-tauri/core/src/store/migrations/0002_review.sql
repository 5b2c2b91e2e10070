-- Reviews. Bookkeeping: neither logged nor hashed; an open review changes nothing of the plan.

-- One sitting over what colleagues sent. Several files, over as many days as it takes.
CREATE TABLE review (
    id INTEGER NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    -- When it was closed without more to come; empty: it goes on.
    closed TEXT
) STRICT;

-- What is reviewed: snapshots, whose bytes are in kept_snapshot.
CREATE TABLE review_file (
    review INTEGER NOT NULL REFERENCES review (id),
    snapshot TEXT NOT NULL REFERENCES kept_snapshot (id),
    -- Name of the file that it came in, without folder.
    file TEXT NOT NULL,
    sort TEXT NOT NULL CHECK (sort IN ('snapshot', 'plan', 'copy')),
    -- JSON array: the snapshots that this plan descended from when the file was taken in.
    heads TEXT NOT NULL,
    -- The kept snapshot of the last moment that both share, where their histories say it.
    common TEXT,
    at TEXT NOT NULL,
    PRIMARY KEY (review, snapshot)
) STRICT, WITHOUT ROWID;

-- What was decided, by item. `seen` is what was mine then: where it is another by now, it is asked again.
CREATE TABLE review_decision (
    review INTEGER NOT NULL REFERENCES review (id),
    item TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('mine', 'theirs', 'both', 'write', 'ask', 'later')),
    -- The snapshot whose value it is to be.
    source TEXT,
    -- The value that was written anew, as JSON.
    value TEXT,
    note TEXT,
    seen TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    PRIMARY KEY (review, item)
) STRICT, WITHOUT ROWID;

-- Each time that a review was applied: the step, and what was taken, decided and left open.
CREATE TABLE review_applied (
    op INTEGER NOT NULL PRIMARY KEY REFERENCES op (id),
    review INTEGER NOT NULL REFERENCES review (id),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
    minutes TEXT NOT NULL
) STRICT;
