package app.vstrivia.local.prove.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The match was played to its end: each round announced, opened, sealed and revealed once and in that order, one round
 * after the other, nothing after the end; and the lineup is the one that the start had bound it to.
 */
final class RoundCheck {
    private static final List<String> STEPS =
            List.of("round-announced", "round-opened", "round-sealed", "round-revealed");

    private final MatchFacts facts;
    private final Violations violations;

    RoundCheck(MatchFacts facts, Violations violations) {
        this.facts = facts;
        this.violations = violations;
    }

    void check() {
        int step = 0;
        boolean over = false;
        Map<String, MatchFacts.Event> last = new HashMap<>();
        for (MatchFacts.Event event : facts.events()) {
            if (over) {
                wrong(event, "after the end");
            }
            if (STEPS.contains(event.kind())) {
                int round = step / STEPS.size() + 1;
                String due = STEPS.get(step % STEPS.size());
                if (!event.kind().equals(due) || event.round() != round) {
                    wrong(event, "where " + due + " of round " + round + " was due");
                }
                step = (event.round() - 1) * STEPS.size() + STEPS.indexOf(event.kind()) + 1;
            }
            over |= event.kind().equals("finished");
            last.put(event.kind(), event);
        }
        end(over, step, last);
    }

    private void end(boolean over, int steps, Map<String, MatchFacts.Event> last) {
        if (!over || !facts.isFinished()) {
            violations.add("unfinished", facts.match() + " is not finished: " + facts.phase());
            return;
        }
        if ("completed".equals(facts.endReason()) && steps != facts.rounds() * STEPS.size()) {
            violations.add(
                    "rounds", facts.match() + " went through " + steps + " steps in " + facts.rounds() + " rounds");
        }
        JsonNode end = last.get("finished").data();
        if (last.containsKey("starting")
                && !lineupHash(end)
                        .equals(last.get("starting").data().path("lineupHash").asText())) {
            violations.add("lineup", facts.match() + " was not played with the lineup that it began with");
        }
    }

    private void wrong(MatchFacts.Event event, String where) {
        violations.add(
                "rounds",
                facts.match() + ": event " + event.seq() + " is " + event.kind() + " of round " + event.round() + " "
                        + where);
    }

    /** As the protocol's description says that everybody can compute it. */
    private static String lineupHash(JsonNode end) {
        StringBuilder text = new StringBuilder(end.path("nonce").asText()).append('\n');
        for (JsonNode drawn : end.path("lineup")) {
            StringBuilder correct = new StringBuilder();
            drawn.path("correct").forEach(index -> correct.append(correct.isEmpty() ? "" : ",")
                    .append(index.asInt()));
            text.append(drawn.path("round").asInt())
                    .append(':')
                    .append(drawn.path("question").asText())
                    .append(':')
                    .append(correct)
                    .append('\n');
            drawn.path("choices").forEach(choice -> text.append(choice.asText()).append('\n'));
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
