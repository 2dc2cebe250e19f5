package app.vstrivia.local.prove.plan;

import app.vstrivia.local.prove.plan.ActionKind.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * All that is done to the system in one run, in the order of time. Actions overlap, but for those on the same thing: a
 * replica that has just been ended gets the time to start again, or nothing would ever be served.
 *
 * @param actions sorted by their moments
 */
public record Plan(List<Action> actions) {
    /** A replica's start takes one second on an idle machine. */
    private static final int RECOVERY_MS = 2_500;

    private static final int DATABASE_RECOVERY_MS = 6_000;
    private static final int SHORTEST_GAP_MS = 200;
    private static final int LONGEST_GAP_MS = 1_800;

    public Plan {
        actions = List.copyOf(actions);
    }

    /**
     * The same for the same arguments, on every machine.
     *
     * @param millis no action begins later
     * @param replicas at least one
     */
    public static Plan of(long seed, int millis, int replicas) {
        return new Drawing(new Random(seed), replicas).until(millis);
    }

    /**
     * Each kind in turn, again and again, whatever the weights say: a short run that leaves nothing out.
     *
     * @param gapMs between two actions
     */
    public static Plan ofEachKind(long seed, int times, int gapMs, int replicas) {
        Random random = new Random(seed);
        List<Action> actions = new ArrayList<>();
        for (int turn = 0; turn < times; turn++) {
            for (ActionKind kind : ActionKind.values()) {
                int replica = kind.meansOneReplica() ? random.nextInt(replicas) : -1;
                actions.add(
                        new Action(actions.size() * gapMs, kind, replica, kind.duration(random), kind.delay(random)));
            }
        }
        return new Plan(actions);
    }

    /** When the last action begins, in ms. */
    public int length() {
        return actions.isEmpty() ? 0 : actions.get(actions.size() - 1).at();
    }

    private static final class Drawing {
        private final Random random;
        private final int replicas;
        private final Map<String, Integer> busyUntil = new HashMap<>();
        private final List<Action> actions = new ArrayList<>();

        Drawing(Random random, int replicas) {
            this.random = random;
            this.replicas = replicas;
        }

        Plan until(int millis) {
            int at = gap();
            while (at < millis) {
                Action action = draw(at);
                if (isFree(action)) {
                    occupy(action);
                    actions.add(action);
                    at += gap();
                } else {
                    at += SHORTEST_GAP_MS;
                }
            }
            return new Plan(actions);
        }

        private int gap() {
            return SHORTEST_GAP_MS + random.nextInt(LONGEST_GAP_MS - SHORTEST_GAP_MS);
        }

        private Action draw(int at) {
            ActionKind kind = kind();
            int replica = kind.meansOneReplica() ? random.nextInt(replicas) : -1;
            return new Action(at, kind, replica, kind.duration(random), kind.delay(random));
        }

        private ActionKind kind() {
            int total = Arrays.stream(ActionKind.values())
                    .mapToInt(ActionKind::weight)
                    .sum();
            int drawn = random.nextInt(total);
            for (ActionKind kind : ActionKind.values()) {
                drawn -= kind.weight();
                if (drawn < 0) {
                    return kind;
                }
            }
            throw new IllegalStateException("weights do not add up");
        }

        private boolean isFree(Action action) {
            return occupied(action).stream().allMatch(thing -> busyUntil.getOrDefault(thing, 0) <= action.at());
        }

        private void occupy(Action action) {
            int recovery =
                    switch (action.kind().target()) {
                        case REPLICA, ALL_REPLICAS -> RECOVERY_MS;
                        case DATABASE -> DATABASE_RECOVERY_MS;
                        case LINK, VALKEY -> 0;
                    };
            occupied(action).forEach(thing -> busyUntil.put(thing, action.at() + action.duration() + recovery));
        }

        private List<String> occupied(Action action) {
            Target target = action.kind().target();
            if (target != Target.ALL_REPLICAS) {
                return List.of(target + " " + action.replica());
            }
            List<String> all = new ArrayList<>();
            for (int replica = 0; replica < replicas; replica++) {
                all.add(Target.REPLICA + " " + replica);
            }
            return all;
        }
    }
}
