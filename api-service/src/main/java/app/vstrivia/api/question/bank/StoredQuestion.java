package app.vstrivia.api.question.bank;

import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.play.PlayRecord;
import java.util.UUID;

/**
 * A question of the bank.
 *
 * @param play how it was answered; null if it never was
 * @param reports how many players find something wrong with it
 */
public record StoredQuestion(UUID id, QuestionStatus status, NewQuestion question, PlayRecord play, int reports) {}
