package app.vstrivia.local.prove.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks what clients said and heard: order, repetitions and leaks as it comes, the rest once a match is over and the
 * database tells what became of it. May be used by several threads.
 */
public final class Checker {
    private final Violations violations;
    private final Timings timings;
    private final Map<String, PlayerTraffic> players = new HashMap<>();
    private final Map<String, MatchTraffic> matches = new HashMap<>();
    private final Set<String> verified = new HashSet<>();
    private int scored;

    public Checker(Violations violations, Timings timings) {
        this.violations = violations;
        this.timings = timings;
    }

    /** Entries of one client come in its order. */
    public synchronized void take(Entry entry) {
        players.computeIfAbsent(entry.player(), this::player).take(entry);
    }

    private PlayerTraffic player(String player) {
        return new PlayerTraffic(
                player,
                violations,
                match -> verified.contains(match)
                        ? new MatchTraffic()
                        : matches.computeIfAbsent(match, none -> new MatchTraffic()));
    }

    /**
     * Compares all that was said and heard of a match with what the database holds, and forgets the traffic.
     *
     * @param facts read after the last client had heard of the end
     */
    public synchronized void verify(MatchFacts facts) {
        if (!verified.add(facts.match())) {
            return;
        }
        MatchTraffic traffic = matches.remove(facts.match());
        if (traffic == null) {
            violations.add("missing", "nobody heard anything of match " + facts.match());
            return;
        }
        new EventCheck(facts, violations).check(traffic);
        new RoundCheck(facts, violations).check();
        new AnswerCheck(facts, violations).check(traffic);
        new ScoreCheck(facts, violations).check(traffic);
        new SnapshotCheck(facts, violations).check(traffic);
        timings.match(facts, traffic.receipts);
        scored += facts.answers().size();
    }

    /** Matches that somebody heard of and that have not been verified. */
    public synchronized List<String> unverified() {
        return new ArrayList<>(matches.keySet());
    }

    public synchronized int verified() {
        return verified.size();
    }

    /** Answers in the verified matches. */
    public synchronized int scored() {
        return scored;
    }
}
