package app.vstrivia.api.question.lineup;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The bank has fewer questions than a recipe asks for. Problem code {@code not-enough-questions}. */
public final class NotEnoughQuestions extends HttpProblem {
    NotEnoughQuestions(int asked, long available) {
        super(builder()
                .withStatus(409)
                .withTitle("Not enough questions")
                .withDetail("The recipe asks for " + asked + " questions, and the bank has " + available + ".")
                .with("code", "not-enough-questions")
                .with("available", available));
    }
}
