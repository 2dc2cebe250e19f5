package app.vstrivia.api.question.bank;

import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionStatus;
import java.util.UUID;

/** A question of the bank. */
public record StoredQuestion(UUID id, QuestionStatus status, NewQuestion question) {}
