-- Views of lists that are kept with the plan: filters, order, grouping, columns.
CREATE TABLE "saved_view" (
    id TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "ord" TEXT,
    extra TEXT
) STRICT, WITHOUT ROWID;
