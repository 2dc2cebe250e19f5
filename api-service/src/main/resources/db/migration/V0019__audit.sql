-- Who did what to whom, when, from where. Rows are added and never changed; no foreign keys, since they outlive what
-- they tell of. actor is a player; subject names its kind ("player:…", "device:…"); details is a JSON object of texts.
CREATE TABLE audit_event (
  id BIGINT NOT NULL AUTO_INCREMENT,
  at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  action VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor BINARY(16) NULL,
  subject VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  address VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  request_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  details TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  PRIMARY KEY (id),
  KEY audit_event_at (at),
  KEY audit_event_actor (actor, at),
  KEY audit_event_subject (subject, at),
  KEY audit_event_action (action, at)
) ENGINE = InnoDB;
