CREATE TABLE meta (key VARCHAR NOT NULL, value VARCHAR NOT NULL, PRIMARY KEY (key));
CREATE TABLE reports (id VARCHAR NOT NULL, text TEXT NOT NULL, PRIMARY KEY (id));
CREATE TABLE details (
  number SERIAL NOT NULL, id VARCHAR NOT NULL, report VARCHAR NOT NULL, title VARCHAR NOT NULL, date VARCHAR,
  date_basis VARCHAR, outlet VARCHAR, path VARCHAR NOT NULL, url VARCHAR, kept JSON NOT NULL, dropped JSON NOT NULL,
  PRIMARY KEY (number), UNIQUE (id), FOREIGN KEY(report) REFERENCES reports (id)
);
CREATE INDEX ix_details_report ON details (report);
CREATE TABLE entries (
  id VARCHAR NOT NULL, kind VARCHAR NOT NULL, report VARCHAR NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  body JSON NOT NULL, PRIMARY KEY (id), FOREIGN KEY(report) REFERENCES reports (id)
);
CREATE INDEX ix_entries_kind ON entries (kind);
CREATE INDEX ix_entries_report ON entries (report);
CREATE TABLE readings (
  number SERIAL NOT NULL, entry VARCHAR NOT NULL, details VARCHAR NOT NULL, reader VARCHAR NOT NULL,
  reader_version VARCHAR NOT NULL, rule VARCHAR NOT NULL, confidence FLOAT NOT NULL, PRIMARY KEY (number),
  UNIQUE (entry, details, reader, reader_version), FOREIGN KEY(entry) REFERENCES entries (id),
  FOREIGN KEY(details) REFERENCES details (id)
);
CREATE INDEX ix_readings_details ON readings (details);
CREATE INDEX ix_readings_entry ON readings (entry);
INSERT INTO meta VALUES ('format', 'detente-record'), ('version', '2');
