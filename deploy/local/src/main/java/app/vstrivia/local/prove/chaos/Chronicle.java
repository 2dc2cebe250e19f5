package app.vstrivia.local.prove.chaos;

import app.vstrivia.local.prove.plan.ActionKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What was done when. All moments are {@link System#nanoTime()}. */
public final class Chronicle {
    private static final long CLOSE_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** A wake-up needs a connection that works: for this long after Valkey is back there may be none. */
    private static final long RECONNECT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private record Absence(long from, long to) {}

    private final Map<ActionKind, Integer> done = new EnumMap<>(ActionKind.class);
    private final Map<Integer, List<Long>> kills = new HashMap<>();
    private final List<Absence> valkeyAbsences = new ArrayList<>();
    private final Map<Integer, Integer> exits = new TreeMap<>();
    private int killed;
    private int killedStarting;
    private int late;

    synchronized void did(ActionKind kind) {
        done.merge(kind, 1, Integer::sum);
    }

    synchronized void killed(int replica, long at, boolean ready) {
        killed++;
        killedStarting += ready ? 0 : 1;
        kills.computeIfAbsent(replica, none -> new ArrayList<>()).add(at);
    }

    synchronized void ended(int status) {
        exits.merge(status, 1, Integer::sum);
    }

    synchronized void late() {
        late++;
    }

    synchronized void valkeyAway(long from, long to) {
        valkeyAbsences.add(new Absence(from, to + RECONNECT_NANOS));
    }

    /** When the replica was killed, if that was shortly before this moment. */
    public synchronized OptionalLong killBefore(int replica, long at) {
        return kills.getOrDefault(replica, List.of()).stream()
                .mapToLong(Long::longValue)
                .filter(kill -> at - kill >= 0 && at - kill < CLOSE_NANOS)
                .max();
    }

    public synchronized boolean isValkeyAway(long at) {
        return valkeyAbsences.stream().anyMatch(absence -> absence.from - at <= 0 && at - absence.to <= 0);
    }

    /** How often each kind was done. */
    public synchronized Map<ActionKind, Integer> done() {
        return new EnumMap<>(done);
    }

    /** kill -9 of realtime processes, each process counted. */
    public synchronized int kills() {
        return killed;
    }

    /** Those of them that hit a process which was still starting. */
    public synchronized int killsWhileStarting() {
        return killedStarting;
    }

    /** How the processes ended that were asked to: how often each exit status came. */
    public synchronized Map<Integer, Integer> exits() {
        return new TreeMap<>(exits);
    }

    /** Actions that began over a second later than planned, since what they were to hit was not ready for them. */
    public synchronized int lateActions() {
        return late;
    }
}
