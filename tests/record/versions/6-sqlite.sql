CREATE VIRTUAL TABLE found USING fts5(words, facets, content = '', columnsize = 0, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TABLE found_rows (row INTEGER PRIMARY KEY, facets VARCHAR NOT NULL);
