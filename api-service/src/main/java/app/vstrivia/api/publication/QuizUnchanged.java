package app.vstrivia.api.publication;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;

/** Everybody sees the quiz as it is: 409 {@code quiz-unchanged} with the {@code publication} that they see. */
public final class QuizUnchanged extends ApiProblem {
    QuizUnchanged(UUID publication) {
        super(
                Status.CONFLICT,
                "quiz-unchanged",
                "Nothing has changed since the version that everybody sees.",
                "publication",
                publication);
    }
}
