package app.vstrivia.local.prove.check;

import java.util.HashMap;
import java.util.Map;

/** Every member got the same events, those that the database holds, and all of them. */
final class EventCheck {
    private final MatchFacts facts;
    private final Violations violations;

    EventCheck(MatchFacts facts, Violations violations) {
        this.facts = facts;
        this.violations = violations;
    }

    void check(MatchTraffic traffic) {
        Map<Long, MatchFacts.Event> stored = new HashMap<>();
        long next = 1;
        for (MatchFacts.Event event : facts.events()) {
            if (event.seq() != next) {
                violations.add(
                        "stream", facts.stream() + " holds event " + event.seq() + " where " + next + " belongs");
            }
            next = event.seq() + 1;
            stored.put(event.seq(), event);
        }
        if (next != facts.seq() + 1) {
            violations.add("stream", facts.stream() + " ends with " + (next - 1) + ", its head says " + facts.seq());
        }
        traffic.receipts.forEach(receipt -> same(receipt, stored.get(receipt.seq())));
        traffic.applied.forEach(this::complete);
    }

    private void same(MatchTraffic.Receipt receipt, MatchFacts.Event stored) {
        if (stored == null
                || !stored.kind().equals(receipt.kind())
                || !stored.data().equals(receipt.data())) {
            violations.add(
                    "content",
                    receipt.player() + " got event " + receipt.seq() + " of " + facts.stream() + " as " + receipt.kind()
                            + " " + receipt.data() + ", the database has "
                            + (stored == null ? "none" : stored.kind() + " " + stored.data()));
        }
    }

    private void complete(String player, Position applied) {
        if (applied.epoch() != facts.epoch() || applied.seq() != facts.seq()) {
            violations.add(
                    "missed",
                    player + " has " + facts.stream() + " up to " + applied + ", it goes to "
                            + new Position(facts.epoch(), facts.seq()));
        }
    }
}
