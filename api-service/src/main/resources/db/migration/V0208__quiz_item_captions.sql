-- What authors say of the pictures and videos of their own questions, as the bank has it.
ALTER TABLE quiz_item
  ADD COLUMN media_alternative VARCHAR(500) NULL,
  ADD COLUMN media_licence VARCHAR(100) NULL,
  ADD COLUMN media_attribution VARCHAR(500) NULL;
