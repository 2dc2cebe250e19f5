-- Draws, and lists of categories, read the buckets alone that have something to draw, however many wait for review.
ALTER TABLE question_bucket
  ADD KEY question_bucket_drawn (language, size),
  ADD KEY question_bucket_size (size);
