-- The link of each commit, on its first fact: no fact can be changed, removed or moved without changing all links after.
ALTER TABLE fact ADD COLUMN link BLOB;
