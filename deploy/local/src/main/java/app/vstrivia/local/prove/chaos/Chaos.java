package app.vstrivia.local.prove.chaos;

import app.vstrivia.embedded.ServerNotStarted;
import app.vstrivia.local.launch.LocalSystem;
import app.vstrivia.local.prove.check.Timings;
import app.vstrivia.local.prove.check.Violations;
import app.vstrivia.local.prove.plan.Action;
import app.vstrivia.local.prove.plan.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Carries out a plan. What is to be done to one thing is done one after the other; different things overlap. */
public final class Chaos implements AutoCloseable {
    private static final int LATE_MS = 1_000;
    private static final int HEAL_SECONDS = 120;

    private interface Deed {
        void run() throws IOException, InterruptedException;
    }

    private final LocalSystem system;
    private final List<FaultyLink> links;
    private final Violations violations;
    private final Chronicle chronicle;
    private final Random random;
    private final List<ReplicaControl> replicas = new ArrayList<>();
    private final List<ExecutorService> replicaLanes = new ArrayList<>();
    private final ExecutorService valkeyLane = lane("valkey");
    private final ExecutorService databaseLane = lane("database");
    private final List<Future<?>> under = new ArrayList<>();

    /**
     * @param links between each replica and the database, in the replicas' order
     * @param seed for what a plan leaves open
     */
    public Chaos(
            LocalSystem system,
            List<FaultyLink> links,
            long seed,
            Chronicle chronicle,
            Timings timings,
            Violations violations) {
        this.system = system;
        this.links = links;
        this.random = new Random(seed);
        this.chronicle = chronicle;
        this.violations = violations;
        for (int replica = 0; replica < system.replicas(); replica++) {
            replicas.add(new ReplicaControl(system, replica, chronicle, timings, violations));
            replicaLanes.add(lane("replica-" + (replica + 1)));
        }
    }

    private static ExecutorService lane(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "chaos-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins each action at its moment; returns when the last one has begun. */
    public void run(Plan plan) throws InterruptedException {
        long start = System.nanoTime();
        for (Action action : plan.actions()) {
            long due = start + TimeUnit.MILLISECONDS.toNanos(action.at());
            long wait = due - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            begin(action, due);
        }
    }

    private void begin(Action action, long due) {
        int ms = action.duration();
        switch (action.kind()) {
            case KILL_REALTIME ->
                on(action.replica(), action, due, () -> replica(action).kill(ms));
            case PAUSE_REALTIME ->
                on(action.replica(), action, due, () -> replica(action).pause(ms));
            case STOP_REALTIME ->
                on(action.replica(), action, due, () -> replica(action).stop(ms));
            case KILL_ALL_REALTIME -> killAll(action, due);
            case KILL_VALKEY -> submit(valkeyLane, action, due, () -> killValkey(ms));
            case STOP_DATABASE -> submit(databaseLane, action, due, () -> endDatabase(false, ms));
            case KILL_DATABASE -> submit(databaseLane, action, due, () -> endDatabase(true, ms));
            case CUT_DATABASE -> now(action, () -> link(action).cutAll());
            case CUT_ONE_CONNECTION -> now(action, () -> link(action).cutOne(random));
            case REFUSE_DATABASE -> now(action, () -> link(action).refuse(ms));
            case STALL_DATABASE -> now(action, () -> link(action).stall(ms));
            case DELAY_DATABASE -> now(action, () -> link(action).delay(action.delay(), ms));
        }
    }

    private ReplicaControl replica(Action action) {
        return replicas.get(action.replica());
    }

    private FaultyLink link(Action action) {
        return links.get(action.replica());
    }

    private void now(Action action, Runnable deed) {
        chronicle.did(action.kind());
        deed.run();
    }

    private void on(int replica, Action action, long due, Deed deed) {
        submit(replicaLanes.get(replica), action, due, deed);
    }

    private void killAll(Action action, long due) {
        chronicle.did(action.kind());
        for (int replica = 0; replica < replicas.size(); replica++) {
            ReplicaControl each = replicas.get(replica);
            under.add(replicaLanes.get(replica).submit(() -> guarded(due, () -> each.kill(action.duration()))));
        }
    }

    private void submit(ExecutorService lane, Action action, long due, Deed deed) {
        chronicle.did(action.kind());
        under.add(lane.submit(() -> guarded(due, deed)));
    }

    private void guarded(long due, Deed deed) {
        if (System.nanoTime() - due > TimeUnit.MILLISECONDS.toNanos(LATE_MS)) {
            chronicle.late();
        }
        try {
            deed.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | ServerNotStarted failure) {
            violations.add("start", failure.getMessage());
        }
    }

    private void killValkey(int ms) throws InterruptedException {
        long from = System.nanoTime();
        system.redis().process().kill();
        TimeUnit.MILLISECONDS.sleep(ms);
        system.redis().startAgain();
        chronicle.valkeyAway(from, System.nanoTime());
    }

    private void endDatabase(boolean kill, int ms) throws InterruptedException {
        if (kill) {
            system.database().process().kill();
        } else {
            system.database().process().close();
        }
        TimeUnit.MILLISECONDS.sleep(ms);
        system.database().startAgain();
    }

    /** Waits for what is under way, and undoes what lasts: afterwards everything runs, and well. */
    public void heal() throws InterruptedException {
        links.forEach(FaultyLink::heal);
        for (Future<?> deed : under) {
            try {
                deed.get(HEAL_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException failure) {
                violations.add("start", "what was under way did not come to its end: " + failure);
            }
        }
        for (ReplicaControl replica : replicas) {
            guarded(System.nanoTime(), replica::start);
        }
    }

    @Override
    public void close() {
        replicaLanes.forEach(ExecutorService::shutdownNow);
        valkeyLane.shutdownNow();
        databaseLane.shutdownNow();
    }
}
