-- What a version shows that may be refused later: media, and questions of the bank.
CREATE TABLE publication_part (
  part_id BINARY(16) NOT NULL,
  publication_id BINARY(16) NOT NULL,
  PRIMARY KEY (part_id, publication_id),
  KEY publication_part_publication (publication_id)
) ENGINE = InnoDB;

-- Versions that were published before this, or by the service of before, have no parts yet: parts_noted is 0 until a job has noted
-- them. withdrawn_at says since when nobody is shown a version because of a part that was refused.
ALTER TABLE publication
  ADD COLUMN parts_noted SMALLINT NOT NULL DEFAULT 0,
  ADD COLUMN withdrawn_at DATETIME(6) NULL,
  ADD KEY publication_noted (parts_noted, status);
