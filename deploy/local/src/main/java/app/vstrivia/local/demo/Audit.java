package app.vstrivia.local.demo;

import app.vstrivia.local.client.Ack;
import app.vstrivia.local.client.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what the players were told with what the finished match holds. */
final class Audit {
    private int acks;
    private int lost;
    private int duplicates;

    /** @param match the finished match as the API gives it to this player */
    void player(Bot bot, JsonNode match) {
        Map<Integer, JsonNode> counted = new HashMap<>();
        for (JsonNode round : match.path("roundsPlayed")) {
            JsonNode answer = round.path("you");
            if (answer.path("choices").isArray()
                    && counted.put(round.path("round").asInt(), answer) != null) {
                duplicates++;
            }
        }
        for (Ack ack : bot.acks().values()) {
            if (ack.stored()) {
                acks++;
                JsonNode answer = counted.get(ack.round());
                if (answer == null
                        || !answer.path("choices").equals(ack.answer().path("choices"))) {
                    lost++;
                }
            }
        }
    }

    /** Events that came twice, which they may where a client moves from one connection to another. */
    void events(Bot bot) {
        duplicates += eventsTwice(bot.client().frames());
    }

    /** More answers in a round than there are players: one counts twice. */
    void answers(Bot anyone, int players) {
        for (Frame frame : anyone.frames()) {
            if (frame.isEvent("round-sealed")) {
                duplicates += Math.max(0, frame.data().path("answers").asInt() - players);
            }
        }
    }

    private static int eventsTwice(List<Frame> frames) {
        Set<String> seen = new HashSet<>();
        int twice = 0;
        for (Frame frame : frames) {
            if (frame.type().equals("event") && !seen.add(frame.stream() + " " + frame.epoch() + " " + frame.seq())) {
                twice++;
            }
        }
        return twice;
    }

    int acks() {
        return acks;
    }

    int lost() {
        return lost;
    }

    int duplicates() {
        return duplicates;
    }
}
