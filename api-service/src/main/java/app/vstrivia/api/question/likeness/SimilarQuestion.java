package app.vstrivia.api.question.likeness;

import java.util.UUID;

/**
 * A question of the bank that is much like another one.
 *
 * @param similarity the share of the trigrams of both texts that both have, from {@link Likeness#MUCH} to 1
 */
public record SimilarQuestion(UUID questionId, String text, double similarity) {}
