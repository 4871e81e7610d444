-- The link of each commit, on its first fact: no fact can be changed, removed or moved without changing all links after.
ALTER TABLE fact ADD COLUMN link bytea;

-- The newest link, given under the lock of this row as the position is.
ALTER TABLE head ADD COLUMN link bytea NOT NULL DEFAULT '';
