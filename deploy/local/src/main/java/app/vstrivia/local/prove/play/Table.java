package app.vstrivia.local.prove.play;

import app.vstrivia.local.client.ApiFailure;
import app.vstrivia.local.client.TriviaApi;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Plays one match after the other with the players that it is given: brings them together, and waits for the end. */
final class Table {
    /** No match is longer on a healthy system; faults make it longer. */
    private static final Duration MATCH_BOUND = Duration.ofSeconds(180);

    private static final Duration CALL_BOUND = Duration.ofSeconds(90);
    private static final Duration ACK_BOUND = Duration.ofSeconds(60);
    private static final int POLL_MS = 250;
    private static final int CONFLICT = 409;
    private static final double HOST_INTERFERES = 0.2;

    /** Nobody waits longer for an opponent once no new matches begin. */
    private static final Duration LAST_CHANCE = Duration.ofSeconds(15);

    private final Referee referee;
    private final Random random;
    private final BooleanSupplier playing;

    /** @param playing whether new matches begin */
    Table(Referee referee, Random random, BooleanSupplier playing) {
        this.referee = referee;
        this.random = random;
        this.playing = playing;
    }

    /** @throws TimeoutException if the match does not come to its end */
    void play(List<Seat> seats) throws InterruptedException, TimeoutException {
        if (seats.size() == 2) {
            duels(seats);
        } else {
            room(seats);
        }
    }

    private ObjectNode settings() {
        ObjectNode settings = TriviaApi.object()
                .put("pace", random.nextInt(4) == 0 ? "fast" : "blitz")
                .put("count", 3);
        return TriviaApi.object().set("settings", settings);
    }

    /** Usually with each other; but the other one's partner may come first. */
    private void duels(List<Seat> seats) throws InterruptedException, TimeoutException {
        ObjectNode wish = settings();
        for (Seat seat : seats) {
            wish(seat, wish);
        }
        for (Seat seat : seats) {
            String match = matched(seat, wish);
            seat.plays(match);
            if (!match.isEmpty()) {
                seat.client().join(match);
            }
        }
        for (Seat seat : seats) {
            if (!seat.match().isEmpty()) {
                finish(seat, seat.match(), 2);
            }
        }
    }

    /** The match of a seat's ticket; empty if there is nobody left to play with. */
    private String matched(Seat seat, ObjectNode wish) throws InterruptedException, TimeoutException {
        String match = opponent(seat, wish);
        if (match.isEmpty()) {
            call(seat, "DELETE", ticket(seat), null);
            // An opponent may have come in this very moment.
            match = call(seat, "GET", ticket(seat), null).path("matchId").asText("");
        }
        if (match.isEmpty() && playing.getAsBoolean()) {
            throw new TimeoutException(seat.player() + " found no opponent within " + MATCH_BOUND.toSeconds() + " s");
        }
        return match;
    }

    /** Waits for one; a ticket that was cancelled, since nobody could ask after it for too long, is replaced. */
    private String opponent(Seat seat, ObjectNode wish) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + MATCH_BOUND.toNanos();
        while (System.nanoTime() - end < 0) {
            JsonNode state = call(seat, "GET", ticket(seat), null);
            if (state.path("status").asText().equals("matched")) {
                return state.path("matchId").asText();
            }
            if (!state.path("status").asText().equals("waiting")) {
                wish(seat, wish);
            }
            if (!playing.getAsBoolean()) {
                end = Math.min(end, System.nanoTime() + LAST_CHANCE.toNanos());
            }
            Thread.sleep(POLL_MS);
        }
        return "";
    }

    private static void wish(Seat seat, ObjectNode wish) throws InterruptedException, TimeoutException {
        seat.wish(call(seat, "POST", "/v1/matchmaking/tickets", wish).path("id").asText());
    }

    private static String ticket(Seat seat) {
        return "/v1/matchmaking/tickets/" + seat.ticket();
    }

    private void room(List<Seat> seats) throws InterruptedException, TimeoutException {
        Seat host = seats.get(0);
        JsonNode room = call(host, "POST", "/v1/rooms", settings().put("play", true));
        String match = room.path("matchId").asText();
        host.client().join(match);
        for (Seat seat : seats.subList(1, seats.size())) {
            call(
                    seat,
                    "POST",
                    "/v1/rooms/join",
                    TriviaApi.object().put("pin", room.path("pin").asText()));
            seat.client().join(match);
        }
        command(host, match, "start");
        if (random.nextDouble() < HOST_INTERFERES) {
            interfere(host, match);
        }
        for (Seat seat : seats) {
            finish(seat, match, seats.size());
        }
    }

    private void interfere(Seat host, String match) throws InterruptedException, TimeoutException {
        Thread.sleep(random.nextInt(6_000));
        if (random.nextBoolean()) {
            command(host, match, "skip");
        } else {
            command(host, match, "pause");
            Thread.sleep(random.nextInt(2_000));
            command(host, match, "resume");
        }
    }

    /** A command that was carried out, but whose answer was lost, is refused the second time: it is done all the same. */
    private static void command(Seat host, String match, String what) throws InterruptedException, TimeoutException {
        try {
            call(host, "POST", "/v1/rooms/" + match + "/" + what, null);
        } catch (ApiFailure refused) {
            if (refused.status() != CONFLICT) {
                throw refused;
            }
        }
    }

    private void finish(Seat seat, String match, int players) throws InterruptedException, TimeoutException {
        Patience.await(
                seat.player() + " saw no end of " + match + " within " + MATCH_BOUND.toSeconds() + " s",
                MATCH_BOUND,
                () -> seat.hasFinished(match));
        Patience.await(
                seat.player() + " has no ack within " + ACK_BOUND.toSeconds() + " s of the end of " + match,
                ACK_BOUND,
                seat::isAcknowledged);
        referee.through(match, players);
        seat.forget(match);
    }

    /** A refusal is asked again; no answer at all is a fault, since no fault of the plan lasts that long. */
    private static JsonNode call(Seat seat, String method, String path, JsonNode body)
            throws InterruptedException, TimeoutException {
        try {
            return Patience.retry(() -> seat.client().account().call(method, path, body), CALL_BOUND);
        } catch (TimeoutException stuck) {
            throw new TimeoutException(seat.player() + ": " + method + " " + path + ": " + stuck.getMessage());
        }
    }
}
