package app.vstrivia.api.question.lineup;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * The bank has fewer questions than a recipe, or a part of it, asks for. Problem code {@code not-enough-questions}; {@code
 * available} tells how many there are.
 */
public final class NotEnoughQuestions extends HttpProblem {
    NotEnoughQuestions(RecipePart part, long available) {
        super(builder()
                .withStatus(409)
                .withTitle("Not enough questions")
                .withDetail("The recipe asks for " + part.count() + " " + part.what() + ", and the bank has "
                        + available + ".")
                .with("code", "not-enough-questions")
                .with("available", available));
    }
}
