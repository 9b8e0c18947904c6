CREATE VIRTUAL TABLE found USING fts5(words, facets, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TABLE found_rows (row INTEGER PRIMARY KEY, report VARCHAR NOT NULL);
CREATE INDEX found_rows_of_report ON found_rows (report);
