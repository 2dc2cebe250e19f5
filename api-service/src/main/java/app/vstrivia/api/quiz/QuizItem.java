package app.vstrivia.api.quiz;

import app.vstrivia.api.question.QuestionStatus;
import java.util.UUID;

/** What stands at a place of a quiz. {@code id} names it among the items of the quiz. */
public sealed interface QuizItem {
    UUID id();

    QuizQuestion question();

    /**
     * A question of the bank.
     *
     * @param version the one that {@code question} is
     * @param status at the moment of the read: it may have been retired since it was quoted
     */
    record Quoted(UUID id, UUID bankQuestion, int version, QuestionStatus status, QuizQuestion question)
            implements QuizItem {}

    /** A question of the author's own. */
    record Own(UUID id, QuizQuestion question) implements QuizItem {}
}
