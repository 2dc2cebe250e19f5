package app.vstrivia.api.quiz.member;

import app.vstrivia.api.quiz.QuizAccess;
import app.vstrivia.model.id.PlayerId;

/** Somebody who works on a quiz. */
public record QuizMember(PlayerId playerId, String name, QuizAccess access) {}
