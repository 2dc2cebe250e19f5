-- The wider category. It is set when the category is made and never changes, so that there are no circles.
ALTER TABLE category
  ADD COLUMN parent_id INT NULL,
  ADD CONSTRAINT category_parent FOREIGN KEY (parent_id) REFERENCES category (id);
