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
  report VARCHAR NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  part VARCHAR NOT NULL,
  PRIMARY KEY (number),
  UNIQUE (report, start, "end"),
  FOREIGN KEY(report) REFERENCES reports (id)
);
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
  UNIQUE (details, entry, reader, reader_version, at),
  FOREIGN KEY(entry) REFERENCES entries (id),
  FOREIGN KEY(details) REFERENCES details (id)
);
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
INSERT INTO meta VALUES ('format', 'detente-record'), ('version', '6');
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
  number SERIAL NOT NULL,
  report VARCHAR NOT NULL,
  bands BYTEA NOT NULL,
  PRIMARY KEY (number),
  UNIQUE (report),
  FOREIGN KEY(report) REFERENCES reports (id)
);
