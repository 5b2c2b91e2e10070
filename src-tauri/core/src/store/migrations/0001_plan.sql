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

-- Written from kinds.rs before the first release.
CREATE TABLE "about" (
    id TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "owner" TEXT REFERENCES "organization" (id) DEFERRABLE INITIALLY DEFERRED,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "objective" (
    id TEXT NOT NULL PRIMARY KEY,
    "number" TEXT,
    "title" TEXT NOT NULL,
    "short_title" TEXT NOT NULL,
    "aliases" TEXT,
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "source_para" TEXT,
    "confidence" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "instrument" (
    id TEXT NOT NULL PRIMARY KEY,
    "symbol" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "short_title" TEXT,
    "adopted" TEXT,
    "adopted_words" TEXT,
    "body" TEXT,
    "address" TEXT,
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "confidence" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "provision" (
    id TEXT NOT NULL PRIMARY KEY,
    "instrument" TEXT NOT NULL REFERENCES "instrument" (id) DEFERRABLE INITIALLY DEFERRED,
    "paragraph" TEXT NOT NULL,
    "heading" TEXT,
    "objective" TEXT REFERENCES "objective" (id) DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT,
    "title" TEXT NOT NULL,
    "verb" TEXT,
    "asked" TEXT,
    "conditions" TEXT,
    "due" TEXT,
    "due_words" TEXT,
    "goals" TEXT,
    "all_goals" INTEGER CHECK ("all_goals" = 1),
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "confidence" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "action_line" (
    id TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "short_title" TEXT,
    "chapeau" TEXT,
    "aliases" TEXT,
    "goals" TEXT,
    "goals_confidence" TEXT,
    "goals_source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "source_para" TEXT,
    "confidence" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "goal" (
    id TEXT NOT NULL PRIMARY KEY,
    "number" INTEGER,
    "title" TEXT NOT NULL,
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "confidence" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "role" (
    id TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "organization" (
    id TEXT NOT NULL PRIMARY KEY,
    "acronym" TEXT,
    "name" TEXT NOT NULL,
    "aliases" TEXT,
    "kind" TEXT,
    "parent" TEXT REFERENCES "organization" (id) DEFERRABLE INITIALLY DEFERRED,
    "members" TEXT,
    "successor" TEXT REFERENCES "organization" (id) DEFERRABLE INITIALLY DEFERRED,
    "until" TEXT,
    "until_words" TEXT,
    "address" TEXT,
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "confidence" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "source" (
    id TEXT NOT NULL PRIMARY KEY,
    "symbol" TEXT,
    "title" TEXT NOT NULL,
    "short_title" TEXT,
    "date" TEXT,
    "date_words" TEXT,
    "body" TEXT,
    "address" TEXT,
    "confidence" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "calendar_entry" (
    id TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "kind" TEXT,
    "date" TEXT,
    "date_words" TEXT,
    "place" TEXT,
    "document_symbol" TEXT,
    "outcome" TEXT,
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "source_para" TEXT,
    "confidence" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "commitment" (
    id TEXT NOT NULL PRIMARY KEY,
    "reference" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "kind" TEXT,
    "owner" TEXT NOT NULL REFERENCES "organization" (id) DEFERRABLE INITIALLY DEFERRED,
    "objective" TEXT REFERENCES "objective" (id) DEFERRABLE INITIALLY DEFERRED,
    "objectives" TEXT,
    "lead" TEXT REFERENCES "organization" (id) DEFERRABLE INITIALLY DEFERRED,
    "lead_post" TEXT,
    "partners" TEXT,
    "status" TEXT,
    "status_as_of" TEXT,
    "status_as_of_words" TEXT,
    "status_by" TEXT,
    "superseded_by" TEXT REFERENCES "commitment" (id) DEFERRABLE INITIALLY DEFERRED,
    "start" TEXT,
    "start_words" TEXT,
    "end" TEXT,
    "end_words" TEXT,
    "standing" INTEGER CHECK ("standing" = 1),
    "recurrence" TEXT,
    "next_step" TEXT,
    "no_further_steps" INTEGER CHECK ("no_further_steps" = 1),
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "source_para" TEXT,
    "basis" TEXT,
    "basis_by" TEXT,
    "as_of" TEXT,
    "as_of_words" TEXT,
    "resources" TEXT,
    "risks" TEXT,
    "evidence" TEXT,
    "follow_up" INTEGER CHECK ("follow_up" = 1),
    "follow_up_reason" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "milestone" (
    id TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "kind" TEXT,
    "description" TEXT,
    "date" TEXT,
    "date_words" TEXT,
    "anchor" TEXT REFERENCES "milestone" (id) DEFERRABLE INITIALLY DEFERRED,
    "anchor_distance" INTEGER,
    "anchor_unit" TEXT,
    "anchor_from" TEXT,
    "place" TEXT,
    "commitment" TEXT REFERENCES "commitment" (id) DEFERRABLE INITIALLY DEFERRED,
    "group" TEXT REFERENCES "group" (id) DEFERRABLE INITIALLY DEFERRED,
    "calendar_entry" TEXT REFERENCES "calendar_entry" (id) DEFERRABLE INITIALLY DEFERRED,
    "outcome" TEXT,
    "document_symbol" TEXT,
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "source_para" TEXT,
    "basis" TEXT,
    "basis_by" TEXT,
    "as_of" TEXT,
    "as_of_words" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "group" (
    id TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "acronym" TEXT,
    "aliases" TEXT,
    "kind" TEXT,
    "parent" TEXT REFERENCES "group" (id) DEFERRABLE INITIALLY DEFERRED,
    "objective" TEXT REFERENCES "objective" (id) DEFERRABLE INITIALLY DEFERRED,
    "mandate" TEXT,
    "terms_of_reference" TEXT,
    "start" TEXT,
    "start_words" TEXT,
    "end" TEXT,
    "end_words" TEXT,
    "successor" TEXT REFERENCES "group" (id) DEFERRABLE INITIALLY DEFERRED,
    "meets" TEXT,
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "source_para" TEXT,
    "basis" TEXT,
    "basis_by" TEXT,
    "as_of" TEXT,
    "as_of_words" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "person" (
    id TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "post" TEXT,
    "organization" TEXT REFERENCES "organization" (id) DEFERRABLE INITIALLY DEFERRED,
    "email" TEXT,
    "phone" TEXT,
    "remarks" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "assignment" (
    id TEXT NOT NULL PRIMARY KEY,
    "group" TEXT REFERENCES "group" (id) DEFERRABLE INITIALLY DEFERRED,
    "commitment" TEXT REFERENCES "commitment" (id) DEFERRABLE INITIALLY DEFERRED,
    "milestone" TEXT REFERENCES "milestone" (id) DEFERRABLE INITIALLY DEFERRED,
    "action_line" TEXT REFERENCES "action_line" (id) DEFERRABLE INITIALLY DEFERRED,
    "organization" TEXT REFERENCES "organization" (id) DEFERRABLE INITIALLY DEFERRED,
    "person" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
    "role" TEXT NOT NULL REFERENCES "role" (id) DEFERRABLE INITIALLY DEFERRED,
    "state" TEXT,
    "start" TEXT,
    "start_words" TEXT,
    "end" TEXT,
    "end_words" TEXT,
    "stated_as" TEXT,
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "source_para" TEXT,
    "basis" TEXT,
    "basis_by" TEXT,
    "as_of" TEXT,
    "as_of_words" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "indicator" (
    id TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "counts" TEXT,
    "unit" TEXT,
    "commitment" TEXT REFERENCES "commitment" (id) DEFERRABLE INITIALLY DEFERRED,
    "objective" TEXT REFERENCES "objective" (id) DEFERRABLE INITIALLY DEFERRED,
    "baseline" REAL,
    "baseline_as_of" TEXT,
    "baseline_as_of_words" TEXT,
    "target" REAL,
    "target_by" TEXT,
    "target_by_words" TEXT,
    "means_of_verification" TEXT,
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "source_para" TEXT,
    "basis" TEXT,
    "basis_by" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "measurement" (
    id TEXT NOT NULL PRIMARY KEY,
    "indicator" TEXT NOT NULL REFERENCES "indicator" (id) DEFERRABLE INITIALLY DEFERRED,
    "qualifier" TEXT,
    "value" REAL,
    "counted" TEXT,
    "stated_as" TEXT,
    "as_of" TEXT,
    "as_of_words" TEXT,
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "source_para" TEXT,
    "basis" TEXT,
    "basis_by" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "update" (
    id TEXT NOT NULL PRIMARY KEY,
    "commitment" TEXT NOT NULL REFERENCES "commitment" (id) DEFERRABLE INITIALLY DEFERRED,
    "date" TEXT,
    "date_words" TEXT,
    "status" TEXT,
    "report" TEXT,
    "evidence" TEXT,
    "no_change" INTEGER CHECK ("no_change" = 1),
    "reported_by" TEXT,
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "source_para" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "mapping" (
    id TEXT NOT NULL PRIMARY KEY,
    "commitment" TEXT REFERENCES "commitment" (id) DEFERRABLE INITIALLY DEFERRED,
    "objective" TEXT REFERENCES "objective" (id) DEFERRABLE INITIALLY DEFERRED,
    "provision" TEXT REFERENCES "provision" (id) DEFERRABLE INITIALLY DEFERRED,
    "action_line" TEXT REFERENCES "action_line" (id) DEFERRABLE INITIALLY DEFERRED,
    "goal" TEXT REFERENCES "goal" (id) DEFERRABLE INITIALLY DEFERRED,
    "group" TEXT REFERENCES "group" (id) DEFERRABLE INITIALLY DEFERRED,
    "milestone" TEXT REFERENCES "milestone" (id) DEFERRABLE INITIALLY DEFERRED,
    "reason" TEXT,
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "source_para" TEXT,
    "basis" TEXT,
    "basis_by" TEXT,
    "as_of" TEXT,
    "as_of_words" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "parent" (
    id TEXT NOT NULL PRIMARY KEY,
    "name" TEXT,
    "at" TEXT,
    "by" TEXT,
    "parents" TEXT,
    "current" INTEGER CHECK ("current" = 1),
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "unknown_part" (
    id TEXT NOT NULL PRIMARY KEY,
    "body" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "private_name" (
    id TEXT NOT NULL PRIMARY KEY,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX "commitment_superseded_by" ON "commitment" ("superseded_by") WHERE "superseded_by" IS NOT NULL;
CREATE INDEX "milestone_anchor" ON "milestone" ("anchor") WHERE "anchor" IS NOT NULL;
CREATE INDEX "milestone_commitment" ON "milestone" ("commitment") WHERE "commitment" IS NOT NULL;
CREATE INDEX "milestone_group" ON "milestone" ("group") WHERE "group" IS NOT NULL;
CREATE INDEX "group_parent" ON "group" ("parent") WHERE "parent" IS NOT NULL;
CREATE INDEX "group_successor" ON "group" ("successor") WHERE "successor" IS NOT NULL;
CREATE INDEX "assignment_group" ON "assignment" ("group") WHERE "group" IS NOT NULL;
CREATE INDEX "assignment_commitment" ON "assignment" ("commitment") WHERE "commitment" IS NOT NULL;
CREATE INDEX "assignment_milestone" ON "assignment" ("milestone") WHERE "milestone" IS NOT NULL;
CREATE INDEX "assignment_person" ON "assignment" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "indicator_commitment" ON "indicator" ("commitment") WHERE "commitment" IS NOT NULL;
CREATE INDEX "measurement_indicator" ON "measurement" ("indicator") WHERE "indicator" IS NOT NULL;
CREATE INDEX "update_commitment" ON "update" ("commitment") WHERE "commitment" IS NOT NULL;
CREATE INDEX "mapping_commitment" ON "mapping" ("commitment") WHERE "commitment" IS NOT NULL;
CREATE INDEX "mapping_group" ON "mapping" ("group") WHERE "group" IS NOT NULL;
CREATE INDEX "mapping_milestone" ON "mapping" ("milestone") WHERE "milestone" IS NOT NULL;
