-- Where players want to be told of what happens. The secret signs what is sent, so that it has to be kept as it is; the one
-- before signs as well until old_secret_until. free_at: nothing is sent before that, since something is being sent or because
-- the last attempt failed; failures in a row began at failing_since. disabled_why: owner, gone or failing.
CREATE TABLE webhook (
  id BINARY(16) NOT NULL,
  owner_id BINARY(16) NOT NULL,
  url VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  format VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  secret BINARY(32) NOT NULL,
  old_secret BINARY(32) NULL,
  old_secret_until DATETIME(6) NULL,
  disabled_at DATETIME(6) NULL,
  disabled_why VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
  free_at DATETIME(6) NOT NULL,
  failures INT NOT NULL,
  failing_since DATETIME(6) NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY webhook_owner (owner_id, id),
  KEY webhook_free (free_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE webhook_kind (
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  webhook_id BINARY(16) NOT NULL,
  PRIMARY KEY (kind, webhook_id),
  KEY webhook_kind_webhook (webhook_id),
  CONSTRAINT webhook_kind_webhook FOREIGN KEY (webhook_id) REFERENCES webhook (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- What is told to whom, with what the last attempt came to. status: pending, delivered or failed; next_at is that of the next
-- attempt. No foreign key: who announces must not hold the webhook's row.
CREATE TABLE webhook_delivery (
  id BINARY(16) NOT NULL,
  webhook_id BINARY(16) NOT NULL,
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  body TEXT NOT NULL,
  status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts SMALLINT NOT NULL,
  next_at DATETIME(6) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  tried_at DATETIME(6) NULL,
  duration_ms INT NULL,
  response_status SMALLINT NULL,
  error VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
  response VARCHAR(1000) NULL,
  PRIMARY KEY (id),
  KEY webhook_delivery_due (webhook_id, status, next_at),
  KEY webhook_delivery_log (webhook_id, id),
  KEY webhook_delivery_created_at (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The match whose end was told last. One row, which whoever tells holds.
CREATE TABLE webhook_match_mark (
  id TINYINT NOT NULL,
  finished_at DATETIME(6) NOT NULL,
  match_id BINARY(16) NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB;

INSERT INTO webhook_match_mark (id, finished_at, match_id) VALUES (1, NOW(6), x'00000000000000000000000000000000');
