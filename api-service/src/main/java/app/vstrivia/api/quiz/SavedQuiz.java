package app.vstrivia.api.quiz;

import app.vstrivia.api.question.likeness.SimilarQuestion;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A quiz as it was saved.
 *
 * @param similar questions of the bank that are much like what was typed since it was saved before, by the items' ids
 */
public record SavedQuiz(Quiz quiz, Map<UUID, List<SimilarQuestion>> similar) {}
