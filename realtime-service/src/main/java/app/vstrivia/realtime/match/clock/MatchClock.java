package app.vstrivia.realtime.match.clock;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.realtime.platform.observe.LogKeys;
import app.vstrivia.realtime.platform.time.DatabaseClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Knows when the matches that this replica serves are due, and moves them then: at once if this replica is the first of
 * those that serve the match, else 150 ms later for each that comes before it. Who tried in vain tries again, for the
 * event that says that somebody else was faster may be on its way, or that somebody may be dead.
 */
@ApplicationScoped
public class MatchClock {
    private static final Logger LOG = Logger.getLogger(MatchClock.class);
    /** What ends within so many ms is moved together. */
    private static final int TICK_MS = 5;
    /** The database's clock may turn out to be ahead. */
    private static final int LOOK_AGAIN_MS = 1_000;

    private static final long NONE = Long.MAX_VALUE;
    private static final long STOPPED = Long.MIN_VALUE;
    private static final int BATCH = 64;
    private static final int STEP_MS = 150;
    private static final int RETRY_MS = 20;
    /** The database may be away for long. */
    private static final int FAILED_RETRY_MS = 250;

    /** Matches of so many players go by themselves: what their reveal takes, the others would wait for. */
    private static final int LARGE = 500;

    private static final int IN_FLIGHT = 2;

    private final DatabaseClock time;
    private final MatchMover mover;
    private final ServingReplicas serving;
    private final Vertx vertx;
    private final Map<MatchId, Due> dues = new HashMap<>();
    private final TreeSet<Due> queue = newQueue();
    private final TreeSet<Due> largeQueue = newQueue();
    private final Set<MatchId> large = new HashSet<>();
    private int inFlight;
    private int largeInFlight;
    /** Where {@link #tick} runs; null before the start. */
    private Context context;
    /** The end of a phase for which a timer is set; {@link #NONE} if none is, {@link #STOPPED} if none will be. */
    private long armedFor = NONE;
    /** Which timer that is: the ones before it are void. */
    private long armed;

    MatchClock(DatabaseClock time, MatchMover mover, ServingReplicas serving, Vertx vertx) {
        this.time = time;
        this.mover = mover;
        this.serving = serving;
        this.vertx = vertx;
    }

    synchronized void start(@Observes StartupEvent started) {
        context = vertx.getOrCreateContext();
        arm();
    }

    synchronized void stop(@Observes ShutdownEvent stopped) {
        armedFor = STOPPED;
        armed++;
    }

    /** Sees to it that {@link #tick} runs when the next phase ends, and soon if that was not taken yet. */
    private void arm() {
        long next = Math.min(firstOf(queue), firstOf(largeQueue));
        if (context != null && next < armedFor) {
            armedFor = next;
            long mine = ++armed;
            long wait = Math.min(Math.max(next - time.now(), TICK_MS), LOOK_AGAIN_MS);
            context.runOnContext(here -> vertx.setTimer(wait, id -> tick(mine)));
        }
    }

    private static long firstOf(TreeSet<Due> queue) {
        return queue.isEmpty() ? NONE : queue.first().at();
    }

    private static TreeSet<Due> newQueue() {
        return new TreeSet<>(Comparator.comparingLong(Due::at).thenComparing(Due::match));
    }

    /** How many play a match; it is treated accordingly from its next phase on. */
    public synchronized void sized(MatchId match, int players) {
        if (players >= LARGE) {
            large.add(match);
        } else {
            large.remove(match);
        }
    }

    /** This replica has readers of the match from now on. */
    public void serve(MatchId match) {
        serving.serve(match);
    }

    /** Nobody reads the match here any more. */
    public void stopServing(MatchId match) {
        serving.stopServing(match);
        schedule(match, null);
        sized(match, 0);
    }

    /** Whether other replicas have readers of the match, as far as they said so. */
    public boolean isServedElsewhere(MatchId match) {
        return serving.isServedElsewhere(match);
    }

    /** The phase of a match ends at {@code endsAt}; null: not for now. Replaces what was known before. */
    public synchronized void schedule(MatchId match, Long endsAt) {
        Due before = dues.remove(match);
        if (before != null) {
            queue.remove(before);
            largeQueue.remove(before);
        }
        if (endsAt != null) {
            add(new Due(match, endsAt + (long) STEP_MS * serving.rank(match)));
        }
    }

    /** A round was ended early by this replica, which therefore does not wait for the others to move it. */
    public synchronized void scheduleHere(MatchId match, long at) {
        if (dues.containsKey(match)) {
            schedule(match, null);
            add(new Due(match, at));
        }
    }

    private void add(Due due) {
        dues.put(due.match(), due);
        (large.contains(due.match()) ? largeQueue : queue).add(due);
        arm();
    }

    private void tick(long timer) {
        if (!disarm(timer)) {
            return;
        }
        List<MatchId> due = takeDue();
        if (!due.isEmpty()) {
            mover.move(due).subscribe().with(moved -> done(due, moved), failure -> failed(due, failure));
        }
        for (MatchId match : takeLarge()) {
            mover.moveLarge(match).subscribe().with(moved -> largeDone(match, moved), failure -> {
                LogKeys.with(
                        LogKeys.MATCH,
                        match,
                        () -> LOG.warnf("%s could not be moved on: %s", match, failure.getMessage()));
                largeFailed(match);
            });
        }
        armAgain();
    }

    /** Whether that timer is the one that counts. */
    private synchronized boolean disarm(long timer) {
        if (timer != armed) {
            return false;
        }
        armedFor = NONE;
        return true;
    }

    private synchronized void armAgain() {
        arm();
    }

    /** One match must not keep the others of its batch from moving. */
    private void failed(List<MatchId> due, Throwable failure) {
        LOG.warnf("%d matches could not be moved on: %s", due.size(), failure.getMessage());
        if (due.size() == 1) {
            failed(due.get(0));
            return;
        }
        synchronized (this) {
            inFlight += due.size() - 1;
        }
        due.forEach(match -> mover.move(List.of(match))
                .subscribe()
                .with(moved -> done(List.of(match), moved), again -> failed(List.of(match), again)));
    }

    private synchronized void failed(MatchId match) {
        inFlight--;
        again(match, FAILED_RETRY_MS);
    }

    private synchronized void largeFailed(MatchId match) {
        largeInFlight--;
        again(match, FAILED_RETRY_MS);
    }

    private synchronized List<MatchId> takeDue() {
        List<MatchId> due = inFlight < IN_FLIGHT ? take(queue, BATCH) : List.of();
        inFlight += due.isEmpty() ? 0 : 1;
        return due;
    }

    private synchronized List<MatchId> takeLarge() {
        List<MatchId> due = take(largeQueue, IN_FLIGHT - largeInFlight);
        largeInFlight += due.size();
        return due;
    }

    private List<MatchId> take(TreeSet<Due> from, int most) {
        List<MatchId> due = new ArrayList<>();
        long now = time.now();
        while (due.size() < most && !from.isEmpty() && from.first().at() <= now) {
            due.add(from.pollFirst().match());
        }
        return due;
    }

    private synchronized void done(List<MatchId> tried, Set<MatchId> moved) {
        inFlight--;
        tried.forEach(match -> tried(match, moved));
    }

    private synchronized void largeDone(MatchId match, Set<MatchId> moved) {
        largeInFlight--;
        tried(match, moved);
    }

    private void tried(MatchId match, Set<MatchId> moved) {
        if (moved.contains(match)) {
            serving.silent(match);
        } else {
            again(match, RETRY_MS);
        }
    }

    /** Unless something newer is known about the match. */
    private void again(MatchId match, int afterMs) {
        Due due = dues.get(match);
        boolean news = due == null || queue.contains(due) || largeQueue.contains(due);
        if (!news) {
            add(new Due(match, time.now() + afterMs));
        }
    }

    private record Due(MatchId match, long at) {}
}
