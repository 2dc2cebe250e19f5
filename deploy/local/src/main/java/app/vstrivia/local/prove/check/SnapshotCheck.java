package app.vstrivia.local.prove.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** A snapshot shows what the events up to its seq make of the match. */
final class SnapshotCheck {
    private final MatchFacts facts;
    private final Violations violations;

    SnapshotCheck(MatchFacts facts, Violations violations) {
        this.facts = facts;
        this.violations = violations;
    }

    void check(MatchTraffic traffic) {
        List<MatchTraffic.Snapshot> snapshots = traffic.snapshots.stream()
                .sorted(Comparator.comparingLong(MatchTraffic.Snapshot::seq))
                .toList();
        MatchFold fold = new MatchFold();
        Iterator<MatchFacts.Event> events = facts.events().iterator();
        long seq = 0;
        for (MatchTraffic.Snapshot snapshot : snapshots) {
            while (seq < snapshot.seq() && events.hasNext()) {
                MatchFacts.Event event = events.next();
                seq = event.seq();
                fold.apply(event);
            }
            compare(snapshot, fold);
        }
    }

    private void compare(MatchTraffic.Snapshot snapshot, MatchFold fold) {
        JsonNode data = snapshot.data();
        equal(snapshot, "phase", data.path("phase").asText(), fold.phase());
        equal(snapshot, "round", data.path("round").asInt(), fold.round());
        if (data.path("kind").asText().equals("room")) {
            equal(snapshot, "playerCount", data.path("playerCount").asInt(), fold.players());
        }
        for (JsonNode player : data.path("players")) {
            equal(
                    snapshot,
                    "score of " + player.path("id").asText(),
                    player.path("score").asInt(),
                    fold.score(player.path("id").asText()));
        }
        current(snapshot, data.path("current"), fold);
        ownAnswer(snapshot, data);
    }

    private void current(MatchTraffic.Snapshot snapshot, JsonNode current, MatchFold fold) {
        // A host may pause before the first round, too.
        boolean shown = fold.round() > 0
                && List.of("announced", "open", "sealed", "revealed", "paused").contains(fold.phase());
        equal(snapshot, "current", current.isObject(), shown);
        if (!shown) {
            return;
        }
        boolean announced = fold.phase().equals("announced");
        boolean revealed = fold.phase().equals("revealed") || fold.phase().equals("paused");
        equal(snapshot, "text", current.path("text"), fold.announced().path("text"));
        equal(
                snapshot,
                "choices",
                current.path("choices"),
                announced ? none() : fold.opened().path("choices"));
        equal(
                snapshot,
                "correct",
                current.path("correct"),
                revealed ? fold.revealed().path("correct") : none());
        equal(
                snapshot,
                "counts",
                current.path("counts"),
                revealed ? fold.revealed().path("counts") : none());
        if (fold.phase().equals("open")) {
            equal(snapshot, "openedAt", current.path("openedAt"), fold.opened().path("openedAt"));
            equal(snapshot, "closesAt", current.path("closesAt"), fold.opened().path("closesAt"));
        }
    }

    private void ownAnswer(MatchTraffic.Snapshot snapshot, JsonNode data) {
        JsonNode own = data.path("you").path("answer");
        boolean there = facts.answers().stream()
                .anyMatch(answer -> answer.player().equals(snapshot.player())
                        && answer.round() == data.path("round").asInt()
                        && answer.elapsed() == own.path("elapsed").asInt());
        if (own.isObject() && !there) {
            violations.add("snapshot", where(snapshot) + " shows the answer " + own + ", which is not there");
        }
    }

    private static JsonNode none() {
        return MissingNode.getInstance();
    }

    private void equal(MatchTraffic.Snapshot snapshot, String what, Object shown, Object folded) {
        if (!shown.equals(folded)) {
            violations.add("snapshot", where(snapshot) + " shows " + what + " " + shown + ", the events say " + folded);
        }
    }

    private String where(MatchTraffic.Snapshot snapshot) {
        return "the snapshot of " + facts.match() + " at " + snapshot.seq() + " for " + snapshot.player();
    }
}
