package app.vstrivia.api.matchmaking;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** People come first: a bot is to be had after some seconds only. 409 {@code bot-too-early} with {@code Retry-After}. */
public final class BotTooEarly extends ApiProblem {
    BotTooEarly(long secondsLeft) {
        super(Status.CONFLICT, "bot-too-early", "A bot may be asked for after some seconds of waiting.", secondsLeft);
    }
}
