-- The wider category. It is set when the category is made and never changes, so that there are no circles. The slug of a narrower
-- one begins with that of the wider one: music.general.
ALTER TABLE category
  MODIFY COLUMN slug VARCHAR(255) NOT NULL,
  ADD COLUMN parent_id INT NULL,
  ADD CONSTRAINT category_parent FOREIGN KEY (parent_id) REFERENCES category (id);
