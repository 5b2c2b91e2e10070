-- Council documents: header and box, and the blocks that say what they say.
CREATE TABLE "document" (
    id TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "symbol" TEXT,
    "state" TEXT,
    "body" TEXT,
    "session" TEXT,
    "place" TEXT,
    "held" TEXT,
    "held_words" TEXT,
    "agenda_item" TEXT,
    "date" TEXT,
    "date_words" TEXT,
    "original_language" TEXT,
    "author" TEXT,
    "purpose" TEXT,
    "action_required" TEXT,
    "cited" TEXT,
    "revision_of" TEXT REFERENCES "document" (id) DEFERRABLE INITIALLY DEFERRED,
    "follows" TEXT REFERENCES "document" (id) DEFERRABLE INITIALLY DEFERRED,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "block" (
    id TEXT NOT NULL PRIMARY KEY,
    "document" TEXT NOT NULL REFERENCES "document" (id) DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT,
    "level" INTEGER,
    "numbered" INTEGER CHECK ("numbered" = 1),
    "text" TEXT,
    "caption" TEXT,
    "landscape" INTEGER CHECK ("landscape" = 1),
    "objective" TEXT REFERENCES "objective" (id) DEFERRABLE INITIALLY DEFERRED,
    "organization" TEXT REFERENCES "organization" (id) DEFERRABLE INITIALLY DEFERRED,
    "status" TEXT,
    "holds" TEXT,
    "since" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX "document_revision_of" ON "document" ("revision_of") WHERE "revision_of" IS NOT NULL;
CREATE INDEX "document_follows" ON "document" ("follows") WHERE "follows" IS NOT NULL;
CREATE INDEX "block_document" ON "block" ("document") WHERE "document" IS NOT NULL;

-- Bookkeeping: what left the plan as a document, when, and of which state.
CREATE TABLE export_log (
    id INTEGER NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    organization TEXT NOT NULL,
    format TEXT NOT NULL,
    -- Name of the file, without its folder.
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    -- The newest step when it was made, and the hash of the content then.
    op INTEGER NOT NULL,
    hash TEXT NOT NULL,
    -- The document, its symbol and its state then, where it is one; since which state it marks changes.
    document TEXT,
    symbol TEXT,
    state TEXT,
    since TEXT
) STRICT;
