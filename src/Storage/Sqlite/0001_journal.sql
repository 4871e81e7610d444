-- The journal: what happened, in commit order, never changed and never removed.
CREATE TABLE fact (
    position   INTEGER PRIMARY KEY,
    stream     TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    prev       INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    command_id TEXT    NOT NULL,
    cause      TEXT,
    body       TEXT    NOT NULL
) STRICT;

-- The present state of each stream; its version is what makes two writers of one stream exclude each other.
-- A table with row ids: a packed body then lies whole in its leaf page, and an update writes that one page.
CREATE TABLE document (
    stream  TEXT    NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    head    INTEGER NOT NULL,
    shelf   TEXT,
    body    BLOB    NOT NULL
) STRICT;

CREATE INDEX document_shelf ON document (shelf, stream) WHERE shelf IS NOT NULL;

-- Small named values of the store itself: its id, its epoch, the shapes of its documents.
CREATE TABLE about (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
