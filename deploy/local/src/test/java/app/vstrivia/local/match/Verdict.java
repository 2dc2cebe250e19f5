package app.vstrivia.local.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.local.client.Ack;
import app.vstrivia.local.client.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold of every finished match, whatever happened while it was played. */
final class Verdict {
    private static final List<String> TELLING = List.of("correct", "explanation", "counts", "nonce", "lineup");

    private Verdict() {}

    /** Checks one player of one match; answers how many of the player's answers count. */
    static int check(Contestant player, String match, int rounds) {
        JsonNode result = player.result(match);
        assertEquals("finished", result.path("phase").asText());
        assertEquals(rounds, result.path("roundsPlayed").size(), "rounds played");
        int scored = acknowledgedAnswersAreScored(player, result);
        eventsAreDense(player.client().frames(), "match:" + match);
        everyRoundWentThroughItsPhasesOnce(player.client().frames(), match, rounds);
        nothingIsToldBeforeItsReveal(player.client().frames());
        nothingIsHeardOfOtherMatches(
                player.client().frames(), match, player.client().playerId());
        return scored;
    }

    private static int acknowledgedAnswersAreScored(Contestant player, JsonNode result) {
        int scored = 0;
        int points = 0;
        for (JsonNode round : result.path("roundsPlayed")) {
            JsonNode counted = round.path("you");
            Ack ack = player.acks().get(round.path("round").asInt());
            if (ack != null && ack.stored()) {
                assertEquals(ack.answer().path("choices"), counted.path("choices"), "an acknowledged answer is lost");
                scored++;
            }
            points += counted.path("points").asInt();
        }
        for (JsonNode member : result.path("players")) {
            if (member.path("playerId").asText().equals(player.client().playerId())) {
                assertEquals(points, member.path("score").asInt(), "the score is not the sum of the points");
            }
        }
        return scored;
    }

    private static void eventsAreDense(List<Frame> frames, String stream) {
        Set<Long> seqs = new HashSet<>();
        long last = -1;
        for (Frame frame : frames) {
            if (!frame.stream().equals(stream)) {
                continue;
            }
            if (frame.type().equals("snapshot")) {
                last = Math.max(last, frame.seq());
            } else if (frame.type().equals("event")) {
                assertTrue(seqs.add(frame.seq()), "event " + frame.seq() + " came twice");
                assertEquals(last + 1, frame.seq(), "an event is missing");
                last = frame.seq();
            }
        }
    }

    private static void everyRoundWentThroughItsPhasesOnce(List<Frame> frames, String match, int rounds) {
        Map<String, Integer> times = new HashMap<>();
        for (Frame frame : frames) {
            if (frame.type().equals("event") && frame.stream().equals("match:" + match)) {
                times.merge(frame.kind() + frame.data().path("round").asInt(), 1, Integer::sum);
            }
        }
        assertEquals(1, times.get("finished0"), "the end");
        times.forEach(
                (step, count) -> assertTrue(count == 1 || step.endsWith("0"), step + " came " + count + " times"));
        assertTrue(times.containsKey("round-revealed" + rounds), "the last reveal");
    }

    private static void nothingIsHeardOfOtherMatches(List<Frame> frames, String match, String player) {
        Set<String> own = Set.of("match:" + match, "player:" + player);
        frames.stream()
                .filter(frame -> !frame.stream().isEmpty())
                .forEach(frame -> assertTrue(own.contains(frame.stream()), () -> "not for us: " + frame.text()));
    }

    /** No frame may tell of a round what only its reveal tells; what it tells of earlier rounds is told already. */
    private static void nothingIsToldBeforeItsReveal(List<Frame> frames) {
        Set<Integer> revealed = new HashSet<>();
        Map<Integer, String> explanations = new HashMap<>();
        for (Frame frame : frames) {
            if (frame.isEvent("round-revealed")) {
                explanations.put(
                        frame.data().path("round").asInt(),
                        frame.data().path("explanation").asText(""));
            }
        }
        for (Frame frame : frames) {
            if (frame.isEvent("round-revealed")) {
                revealed.add(frame.data().path("round").asInt());
            }
            boolean mayTell = frame.isEvent("round-revealed")
                    || frame.isEvent("finished")
                    || frame.type().equals("result")
                    || frame.data().path("current").has("correct");
            TELLING.forEach(field -> assertFalse(
                    !mayTell && frame.text().contains("\"" + field + "\""), () -> "told too early: " + frame.text()));
            explanations.forEach((round, text) -> assertFalse(
                    text.length() > 8
                            && !revealed.contains(round)
                            && !mayTell
                            && frame.text().contains(text),
                    () -> "the explanation of round " + round + " came too early"));
            if (frame.type().equals("result")) {
                int round = frame.json().path("round").asInt();
                assertTrue(revealed.contains(round), "the result of round " + round + " came before its reveal");
            }
        }
    }
}
