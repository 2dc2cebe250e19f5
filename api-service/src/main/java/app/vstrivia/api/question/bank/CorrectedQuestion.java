package app.vstrivia.api.question.bank;

import app.vstrivia.api.question.likeness.SimilarQuestion;
import java.util.List;

/**
 * A question after it was corrected.
 *
 * @param similar others of the bank, in review or approved, that are much like it from then on; none if its text is as it was
 */
public record CorrectedQuestion(StoredQuestion question, List<SimilarQuestion> similar) {}
