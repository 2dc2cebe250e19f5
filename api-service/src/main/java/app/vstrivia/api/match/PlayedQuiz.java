package app.vstrivia.api.match;

import java.util.UUID;

/** The version of a published quiz that a match plays; it is the same from the opening to the end. */
public record PlayedQuiz(UUID quizId, int version) {}
