-- Rule packs, holidays, and milestones that were made by a rule or keep to working days.
CREATE TABLE "rule_pack" (
    id TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "source_para" TEXT,
    "confidence" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "rule" (
    id TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "rule_pack" TEXT NOT NULL REFERENCES "rule_pack" (id) DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT,
    "anchor_distance" INTEGER,
    "anchor_unit" TEXT,
    "anchor_from" TEXT,
    "anchor_working" INTEGER CHECK ("anchor_working" = 1),
    "organization" TEXT REFERENCES "organization" (id) DEFERRABLE INITIALLY DEFERRED,
    "description" TEXT,
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "source_para" TEXT,
    "confidence" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "holiday" (
    id TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "date_words" TEXT,
    "source" TEXT REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
    "confidence" TEXT,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
ALTER TABLE "milestone" ADD COLUMN "anchor_working" INTEGER CHECK ("anchor_working" = 1);
ALTER TABLE "milestone" ADD COLUMN "rule" TEXT REFERENCES "rule" (id) DEFERRABLE INITIALLY DEFERRED;
