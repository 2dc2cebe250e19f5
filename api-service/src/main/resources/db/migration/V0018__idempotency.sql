-- Requests that create something, by their Idempotency-Key, and what was answered; no key and no answer stands here in the
-- clear. A record without an answer is a claim of the request that runs.
CREATE TABLE idempotency_record (
  id BINARY(32) NOT NULL,
  salt BINARY(16) NOT NULL,
  fingerprint BINARY(32) NOT NULL,
  holder BINARY(16) NOT NULL,
  held_until DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  answer MEDIUMBLOB NULL,
  PRIMARY KEY (id),
  KEY idempotency_record_expiry (expires_at)
) ENGINE = InnoDB;
