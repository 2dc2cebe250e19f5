package app.vstrivia.local.prove.plan;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * What can be done to the system. Each kind has a weight (how often, compared with the others), and a range of
 * durations in ms.
 */
public enum ActionKind {
    /** kill -9 of one realtime process; it is started again after the duration. */
    KILL_REALTIME(640, Target.REPLICA, 0, 400),
    /** SIGSTOP of one realtime process, and SIGCONT after the duration. */
    PAUSE_REALTIME(80, Target.REPLICA, 200, 6_000),
    /** SIGTERM to one realtime process; when it has ended it is started again after the duration. */
    STOP_REALTIME(60, Target.REPLICA, 0, 400),
    /** kill -9 of all realtime processes at once. */
    KILL_ALL_REALTIME(10, Target.ALL_REPLICAS, 0, 1_000),
    /** Valkey is killed and started again, empty. */
    KILL_VALKEY(50, Target.VALKEY, 0, 4_000),
    /** All connections of one replica to the database break. */
    CUT_DATABASE(45, Target.LINK, 0, 0),
    /** One connection of one replica to the database breaks, whatever it does just now. */
    CUT_ONE_CONNECTION(60, Target.LINK, 0, 0),
    /** What goes over one replica's connections to the database arrives later. */
    DELAY_DATABASE(50, Target.LINK, 500, 5_000),
    /** Nothing goes over one replica's connections to the database, though they stand. */
    STALL_DATABASE(40, Target.LINK, 300, 4_000),
    /** One replica's connections to the database break, and new ones are refused. */
    REFUSE_DATABASE(30, Target.LINK, 200, 3_000),
    /** The database is stopped as an operator would, and started again. */
    STOP_DATABASE(8, Target.DATABASE, 0, 1_000),
    /** The database is killed, and started again. */
    KILL_DATABASE(8, Target.DATABASE, 0, 1_000);

    /** What two actions cannot be done to at the same time. */
    enum Target {
        REPLICA,
        ALL_REPLICAS,
        LINK,
        VALKEY,
        DATABASE
    }

    private static final int SHORTEST_DELAY_MS = 10;
    private static final int LONGEST_DELAY_MS = 300;

    private final int weight;
    private final Target target;
    private final int shortestMs;
    private final int longestMs;

    ActionKind(int weight, Target target, int shortestMs, int longestMs) {
        this.weight = weight;
        this.target = target;
        this.shortestMs = shortestMs;
        this.longestMs = longestMs;
    }

    int weight() {
        return weight;
    }

    Target target() {
        return target;
    }

    /** Whether one replica is meant, or its link to the database. */
    public boolean meansOneReplica() {
        return target == Target.REPLICA || target == Target.LINK;
    }

    int duration(RandomGenerator random) {
        return shortestMs + random.nextInt(longestMs - shortestMs + 1);
    }

    /** How much later things arrive, in ms; 0 for kinds that delay nothing. */
    int delay(RandomGenerator random) {
        return this == DELAY_DATABASE ? SHORTEST_DELAY_MS + random.nextInt(LONGEST_DELAY_MS - SHORTEST_DELAY_MS) : 0;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
