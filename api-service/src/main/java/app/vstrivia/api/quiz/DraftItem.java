package app.vstrivia.api.quiz;

import java.util.UUID;

/** What an author wants at a place of a quiz. {@code id} names it among the items of the quiz. */
public sealed interface DraftItem {
    UUID id();

    /** A question of the bank. */
    record Quoted(UUID id, UUID question) implements DraftItem {}

    /** A question of the author's own. */
    record Own(UUID id, QuizQuestion question) implements DraftItem {}
}
