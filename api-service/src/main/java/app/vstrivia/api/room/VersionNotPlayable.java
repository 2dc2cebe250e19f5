package app.vstrivia.api.room;

import app.vstrivia.api.platform.problem.ApiProblem;
import app.vstrivia.api.platform.problem.ProblemCode;

/** The quiz's version went, or was withdrawn, after the room was opened: 409 {@code version-not-playable}. */
public final class VersionNotPlayable extends ApiProblem {
    VersionNotPlayable() {
        super(ProblemCode.VERSION_NOT_PLAYABLE);
    }
}
