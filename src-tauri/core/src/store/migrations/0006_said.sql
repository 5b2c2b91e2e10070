-- What is said of rows: reasons why something is intended, statements, notes; and how often a report is due.
ALTER TABLE "about" ADD COLUMN "report_every" INTEGER;
CREATE TABLE "intent" (
    id TEXT NOT NULL PRIMARY KEY,
    "rule" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "rows" TEXT,
    "said_by" TEXT,
    "date" TEXT,
    "date_words" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "statement" (
    id TEXT NOT NULL PRIMARY KEY,
    "commitment" TEXT REFERENCES "commitment" (id) DEFERRABLE INITIALLY DEFERRED,
    "milestone" TEXT REFERENCES "milestone" (id) DEFERRABLE INITIALLY DEFERRED,
    "group" TEXT REFERENCES "group" (id) DEFERRABLE INITIALLY DEFERRED,
    "organization" TEXT REFERENCES "organization" (id) DEFERRABLE INITIALLY DEFERRED,
    "objective" TEXT REFERENCES "objective" (id) DEFERRABLE INITIALLY DEFERRED,
    "provision" TEXT REFERENCES "provision" (id) DEFERRABLE INITIALLY DEFERRED,
    "action_line" TEXT REFERENCES "action_line" (id) DEFERRABLE INITIALLY DEFERRED,
    "goal" TEXT REFERENCES "goal" (id) DEFERRABLE INITIALLY DEFERRED,
    "instrument" TEXT REFERENCES "instrument" (id) DEFERRABLE INITIALLY DEFERRED,
    "indicator" TEXT REFERENCES "indicator" (id) DEFERRABLE INITIALLY DEFERRED,
    "said_to" TEXT,
    "said" TEXT,
    "verbatim" INTEGER CHECK ("verbatim" = 1),
    "said_by" TEXT,
    "date" TEXT,
    "date_words" TEXT,
    "session" TEXT,
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "source_para" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "note" (
    id TEXT NOT NULL PRIMARY KEY,
    "commitment" TEXT REFERENCES "commitment" (id) DEFERRABLE INITIALLY DEFERRED,
    "milestone" TEXT REFERENCES "milestone" (id) DEFERRABLE INITIALLY DEFERRED,
    "group" TEXT REFERENCES "group" (id) DEFERRABLE INITIALLY DEFERRED,
    "organization" TEXT REFERENCES "organization" (id) DEFERRABLE INITIALLY DEFERRED,
    "objective" TEXT REFERENCES "objective" (id) DEFERRABLE INITIALLY DEFERRED,
    "provision" TEXT REFERENCES "provision" (id) DEFERRABLE INITIALLY DEFERRED,
    "action_line" TEXT REFERENCES "action_line" (id) DEFERRABLE INITIALLY DEFERRED,
    "goal" TEXT REFERENCES "goal" (id) DEFERRABLE INITIALLY DEFERRED,
    "instrument" TEXT REFERENCES "instrument" (id) DEFERRABLE INITIALLY DEFERRED,
    "indicator" TEXT REFERENCES "indicator" (id) DEFERRABLE INITIALLY DEFERRED,
    "text" TEXT NOT NULL,
    "audience" TEXT,
    "author" TEXT,
    "date" TEXT,
    "date_words" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX "statement_commitment" ON "statement" ("commitment") WHERE "commitment" IS NOT NULL;
CREATE INDEX "statement_milestone" ON "statement" ("milestone") WHERE "milestone" IS NOT NULL;
CREATE INDEX "statement_group" ON "statement" ("group") WHERE "group" IS NOT NULL;
CREATE INDEX "statement_indicator" ON "statement" ("indicator") WHERE "indicator" IS NOT NULL;
CREATE INDEX "note_commitment" ON "note" ("commitment") WHERE "commitment" IS NOT NULL;
CREATE INDEX "note_milestone" ON "note" ("milestone") WHERE "milestone" IS NOT NULL;
CREATE INDEX "note_group" ON "note" ("group") WHERE "group" IS NOT NULL;
CREATE INDEX "note_indicator" ON "note" ("indicator") WHERE "indicator" IS NOT NULL;
