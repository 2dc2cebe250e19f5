-- What a question says of its picture or video; media_ref is the medium's id. media_content is the SHA-256 of the file as it first
-- came, by which the same question is known again after it went through an export.
ALTER TABLE question
  ADD COLUMN media_content BINARY(32) NULL,
  ADD COLUMN media_alternative VARCHAR(500) NULL,
  ADD COLUMN media_licence VARCHAR(100) NULL,
  ADD COLUMN media_attribution VARCHAR(500) NULL,
  ADD KEY question_media (media_ref);
