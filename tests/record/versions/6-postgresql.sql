CREATE TABLE found (number BIGINT PRIMARY KEY, report VARCHAR NOT NULL, words TSVECTOR NOT NULL);
CREATE INDEX found_of_report ON found (report);
CREATE INDEX found_words ON found USING gin (words);
