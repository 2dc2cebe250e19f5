package app.vstrivia.api.question.lineup;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Collection;

/** A recipe names categories that do not exist. Problem code {@code unknown-category}. */
public final class UnknownCategory extends HttpProblem {
    UnknownCategory(Collection<String> slugs) {
        super(builder()
                .withStatus(422)
                .withTitle("Unknown category")
                .withDetail("There is no category " + String.join(", ", slugs) + ".")
                .with("code", "unknown-category"));
    }
}
