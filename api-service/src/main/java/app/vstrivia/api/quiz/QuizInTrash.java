package app.vstrivia.api.quiz;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** A quiz in the trash is not changed: 409 {@code quiz-in-trash}. */
public final class QuizInTrash extends ApiProblem {
    QuizInTrash() {
        super(Status.CONFLICT, "quiz-in-trash", "The quiz is in the trash; restore it first.");
    }
}
