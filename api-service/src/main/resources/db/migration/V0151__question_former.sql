-- Fingerprints that questions had before their pictures were changed: a file that has one as it was adds it no second time.
CREATE TABLE question_former (
  fingerprint BINARY(32) NOT NULL,
  question_id BINARY(16) NOT NULL,
  PRIMARY KEY (fingerprint),
  KEY question_former_question (question_id),
  CONSTRAINT question_former_question FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE
) ENGINE = InnoDB;
