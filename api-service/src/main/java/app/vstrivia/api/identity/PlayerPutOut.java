package app.vstrivia.api.identity;

import app.vstrivia.api.platform.problem.ApiProblem;
import app.vstrivia.model.id.PlayerId;
import jakarta.ws.rs.core.Response.Status;

/** The player was put out for good: 403 {@code put-out}. Told to those only who proved to be the player. */
public final class PlayerPutOut extends ApiProblem {
    private final PlayerId player;

    PlayerPutOut(PlayerId player) {
        super(Status.FORBIDDEN, "put-out", "This player was put out.");
        this.player = player;
    }

    /** For those who run the service. */
    public PlayerId player() {
        return player;
    }
}
