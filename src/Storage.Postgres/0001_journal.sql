-- The journal: what happened, in commit order, never changed and never removed.
CREATE TABLE fact (
    position   bigint  NOT NULL PRIMARY KEY,
    stream     text    COLLATE "C" NOT NULL,
    version    integer NOT NULL,
    prev       bigint  NOT NULL,
    kind       text    COLLATE "C" NOT NULL,
    at         bigint  NOT NULL,
    actor      text    COLLATE "C" NOT NULL,
    command_id text    COLLATE "C" NOT NULL,
    cause      text    COLLATE "C",
    body       text    COLLATE "C" NOT NULL
);

-- The present state of each stream; its version is what makes two writers of one stream exclude each other.
-- Room is left in each page so that an update finds its place beside the row it replaces.
CREATE TABLE document (
    stream  text    COLLATE "C" NOT NULL PRIMARY KEY,
    version integer NOT NULL,
    head    bigint  NOT NULL,
    shelf   text    COLLATE "C",
    body    bytea   NOT NULL
) WITH (fillfactor = 60);

ALTER TABLE document ALTER COLUMN body SET STORAGE EXTERNAL;

CREATE INDEX document_shelf ON document (shelf, stream) WHERE shelf IS NOT NULL;

-- Small named values of the store itself: its id, its epoch, the shapes of its documents.
CREATE TABLE about (
    name  text COLLATE "C" NOT NULL PRIMARY KEY,
    value text NOT NULL
);

-- Attachments, encrypted, in pieces.
CREATE TABLE blob (
    name text   COLLATE "C" NOT NULL PRIMARY KEY,
    at   bigint NOT NULL
);

CREATE TABLE piece (
    name text    COLLATE "C" NOT NULL REFERENCES blob ON DELETE CASCADE,
    no   integer NOT NULL,
    body bytea   NOT NULL,
    PRIMARY KEY (name, no)
);

ALTER TABLE piece ALTER COLUMN body SET STORAGE EXTERNAL;

-- The newest position. Whoever writes holds this row, so that positions are given in commit order.
CREATE TABLE head (
    alone    boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (alone),
    position bigint  NOT NULL
) WITH (fillfactor = 10);

INSERT INTO head (position) VALUES (0);
