package app.vstrivia.local.demo;

import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaClient;
import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** Two players look for a duel until they have found each other. */
final class Pairing {
    private static final Duration BOUND = Duration.ofSeconds(15);
    private static final int ATTEMPTS = 3;

    private Pairing() {}

    /** The match of both. Somebody else who waits could come between: then they try again. */
    static String pair(TriviaClient one, TriviaClient other, ObjectNode settings) throws InterruptedException {
        JsonNode body = TriviaApi.object().set("settings", settings);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            String first = ticket(one, body);
            String second = ticket(other, body);
            String match = matched(one, first);
            if (!match.isEmpty() && match.equals(matched(other, second))) {
                return match;
            }
            cancel(one, first);
            cancel(other, second);
        }
        throw new CommandFailure(ExitCode.FAILED, "The two bots were not paired with each other.");
    }

    private static String ticket(TriviaClient player, JsonNode body) {
        return player.account()
                .call("POST", "/v1/matchmaking/tickets", body)
                .path("id")
                .asText();
    }

    private static void cancel(TriviaClient player, String ticket) {
        player.account().call("DELETE", "/v1/matchmaking/tickets/" + ticket, null);
    }

    private static String matched(TriviaClient player, String ticket) throws InterruptedException {
        long end = System.nanoTime() + BOUND.toNanos();
        while (System.nanoTime() < end) {
            JsonNode state = player.account().call("GET", "/v1/matchmaking/tickets/" + ticket, null);
            if (state.path("status").asText().equals("matched")) {
                return state.path("matchId").asText();
            }
            Thread.sleep(100);
        }
        return "";
    }
}
