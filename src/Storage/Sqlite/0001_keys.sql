-- One data key for each subject and purpose, wrapped by the master key. Erasing removes the wrapped key and leaves the row.
CREATE TABLE data_key (
    id        TEXT    NOT NULL PRIMARY KEY,
    subject   TEXT    NOT NULL,
    purpose   TEXT    NOT NULL,
    algorithm TEXT    NOT NULL,
    wrapped   BLOB,
    made      INTEGER NOT NULL,
    erased    INTEGER,
    erasure   TEXT
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX data_key_use ON data_key (subject, purpose) WHERE wrapped IS NOT NULL;

-- Keys of the house itself and the proof that the master key is the right one.
CREATE TABLE house_key (
    name    TEXT NOT NULL PRIMARY KEY,
    wrapped BLOB NOT NULL
) STRICT, WITHOUT ROWID;
