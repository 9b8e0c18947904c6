CREATE TABLE meta (
  key VARCHAR NOT NULL,
  value VARCHAR NOT NULL,
  PRIMARY KEY (key)
);
CREATE TABLE reports (
  id VARCHAR NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (id)
);
CREATE TABLE details (
  number SERIAL NOT NULL,
  id VARCHAR NOT NULL,
  report VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  date VARCHAR,
  date_basis VARCHAR,
  outlet VARCHAR,
  path VARCHAR NOT NULL,
  url VARCHAR,
  kept JSON NOT NULL,
  dropped JSON NOT NULL,
  PRIMARY KEY (number),
  UNIQUE (id),
  FOREIGN KEY(report) REFERENCES reports (id)
);
CREATE INDEX ix_details_report ON details (report);
CREATE TABLE sentences (
  number SERIAL NOT NULL,
  id VARCHAR NOT NULL,
  report VARCHAR NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  part VARCHAR NOT NULL,
  PRIMARY KEY (number),
  UNIQUE (id),
  FOREIGN KEY(report) REFERENCES reports (id)
);
CREATE INDEX ix_sentences_report ON sentences (report);
CREATE TABLE entries (
  id VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  report VARCHAR NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  body JSON NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(report) REFERENCES reports (id)
);
CREATE INDEX ix_entries_report ON entries (report);
CREATE INDEX ix_entries_kind ON entries (kind);
CREATE TABLE readings (
  number SERIAL NOT NULL,
  entry VARCHAR NOT NULL,
  details VARCHAR NOT NULL,
  reader VARCHAR NOT NULL,
  reader_version VARCHAR NOT NULL,
  rule VARCHAR NOT NULL,
  confidence FLOAT NOT NULL,
  original JSON,
  at VARCHAR,
  PRIMARY KEY (number),
  UNIQUE (entry, details, reader, reader_version, at),
  FOREIGN KEY(entry) REFERENCES entries (id),
  FOREIGN KEY(details) REFERENCES details (id)
);
CREATE INDEX ix_readings_entry ON readings (entry);
CREATE INDEX ix_readings_details ON readings (details);
CREATE TABLE sightings (
  number SERIAL NOT NULL,
  details VARCHAR NOT NULL,
  reader VARCHAR NOT NULL,
  reader_version VARCHAR NOT NULL,
  "using" VARCHAR NOT NULL,
  at VARCHAR NOT NULL,
  PRIMARY KEY (number),
  UNIQUE (details, reader, reader_version, "using", at),
  FOREIGN KEY(details) REFERENCES details (id)
);
CREATE INDEX ix_sightings_details ON sightings (details);
CREATE TABLE judgements (
  number SERIAL NOT NULL,
  id VARCHAR NOT NULL,
  entry VARCHAR NOT NULL,
  decision VARCHAR NOT NULL,
  by VARCHAR NOT NULL,
  at VARCHAR NOT NULL,
  note TEXT NOT NULL,
  changes JSON NOT NULL,
  result VARCHAR,
  supersedes VARCHAR,
  PRIMARY KEY (number),
  UNIQUE (id),
  FOREIGN KEY(entry) REFERENCES entries (id),
  FOREIGN KEY(result) REFERENCES entries (id),
  FOREIGN KEY(supersedes) REFERENCES judgements (id)
);
CREATE INDEX ix_judgements_result ON judgements (result);
CREATE INDEX ix_judgements_entry ON judgements (entry);
INSERT INTO meta VALUES ('format', 'detente-record'), ('version', '5');
CREATE TABLE joinings (
  number SERIAL NOT NULL,
  id VARCHAR NOT NULL,
  one VARCHAR NOT NULL,
  other VARCHAR NOT NULL,
  decision VARCHAR NOT NULL,
  "by" VARCHAR NOT NULL,
  at VARCHAR NOT NULL,
  note TEXT NOT NULL,
  supersedes VARCHAR,
  PRIMARY KEY (number),
  UNIQUE (id),
  FOREIGN KEY(one) REFERENCES entries (id),
  FOREIGN KEY(other) REFERENCES entries (id),
  FOREIGN KEY(supersedes) REFERENCES joinings (id)
);
CREATE INDEX ix_joinings_one ON joinings (one);
CREATE INDEX ix_joinings_other ON joinings (other);
CREATE TABLE sketches (
  value BIGINT NOT NULL,
  report VARCHAR NOT NULL,
  PRIMARY KEY (value, report),
  FOREIGN KEY(report) REFERENCES reports (id)
);
CREATE INDEX ix_sketches_report ON sketches (report);
