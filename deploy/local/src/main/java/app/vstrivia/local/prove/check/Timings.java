package app.vstrivia.local.prove.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/** How long things took, all in ms. What is measured across processes relies on their sharing one machine's clock. */
public final class Timings {
    /** An answer in the last moment may arrive this much after the round closed: so long its seal waits. */
    private static final double SEAL_GRACE_MS = 250;

    private final long wallMinusNano = System.currentTimeMillis() * 1_000_000 - System.nanoTime();
    private final LongPredicate valkeyAway;
    private final Map<String, Samples> samples = new LinkedHashMap<>();

    /** @param valkeyAway whether there were no wake-ups at a moment that is given as {@link System#nanoTime()} */
    public Timings(LongPredicate valkeyAway) {
        this.valkeyAway = valkeyAway;
        for (Kind kind : Kind.values()) {
            samples.put(kind.text, new Samples());
        }
    }

    /** What is measured. */
    public enum Kind {
        RESUMED_AFTER_KILL("kill → resumed"),
        RESUMED("other loss → resumed"),
        REPLICA_READY("start after a kill → ready"),
        OPENED_COMMITTED("round opened, committed late"),
        OPENED_SEEN("round opened, seen late"),
        REVEALED_SEEN("round revealed, seen late"),
        ACK("answer → ack"),
        WAKE_UP("event → received"),
        WAKE_UP_WITHOUT_VALKEY("event → received, no Valkey");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public Samples of(Kind kind) {
        return samples.get(kind.text);
    }

    private double wall(long nanos) {
        return (nanos + wallMinusNano) / 1e6;
    }

    private long nanos(double wall) {
        return (long) (wall * 1e6) - wallMinusNano;
    }

    void match(MatchFacts facts, List<MatchTraffic.Receipt> receipts) {
        Map<Long, MatchFacts.Event> events = new HashMap<>();
        Map<Long, Double> due = due(facts);
        facts.events().forEach(event -> events.put(event.seq(), event));
        for (MatchTraffic.Receipt receipt : receipts) {
            MatchFacts.Event event = events.get(receipt.seq());
            if (event == null || !receipt.applied()) {
                continue;
            }
            long committed = nanos(event.createdAt());
            if (receipt.liveSince() != Long.MAX_VALUE && committed - receipt.liveSince() > 0) {
                of(valkeyAway.test(committed) ? Kind.WAKE_UP_WITHOUT_VALKEY : Kind.WAKE_UP)
                        .add((receipt.at() - committed) / 1e6);
            }
            if (due.containsKey(event.seq())) {
                of(event.kind().equals("round-opened") ? Kind.OPENED_SEEN : Kind.REVEALED_SEEN)
                        .add(wall(receipt.at()) - due.get(event.seq()));
            }
        }
    }

    /** When openings and reveals were to be committed, by their seq; those that the host brought forward are left out. */
    private Map<Long, Double> due(MatchFacts facts) {
        Map<Long, Double> due = new HashMap<>();
        double opensAt = 0;
        double sealBy = 0;
        double sealed = 0;
        for (MatchFacts.Event event : facts.events()) {
            switch (event.kind()) {
                case "round-announced" -> opensAt = event.data().path("opensAt").asDouble();
                case "round-opened" -> {
                    double late = event.data().path("openedAt").asDouble() - opensAt;
                    sealBy = event.data().path("closesAt").asDouble() + SEAL_GRACE_MS;
                    if (late >= 0) {
                        of(Kind.OPENED_COMMITTED).add(late);
                        due.put(event.seq(), opensAt);
                    }
                }
                case "round-sealed" -> sealed = event.createdAt();
                // A seal before its time came with the last answer, and the reveal is due at once.
                case "round-revealed" -> due.put(event.seq(), Math.min(sealed, sealBy));
                default -> {}
            }
        }
        return due;
    }
}
