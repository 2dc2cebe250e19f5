package app.vstrivia.api.question.lineup;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** A value of a recipe is out of its range. Problem code {@code invalid-recipe}. */
public final class InvalidRecipe extends HttpProblem {
    InvalidRecipe(String detail) {
        super(builder()
                .withStatus(400)
                .withTitle("Invalid recipe")
                .withDetail(detail)
                .with("code", "invalid-recipe"));
    }
}
