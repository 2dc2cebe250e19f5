package app.vstrivia.local.prove.chaos;

import app.vstrivia.embedded.ChildProcess;
import app.vstrivia.local.launch.LocalSystem;
import app.vstrivia.local.prove.check.Timings;
import app.vstrivia.local.prove.check.Violations;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What can be done to one realtime process. */
final class ReplicaControl {
    private static final int STOP_BOUND_SECONDS = 30;

    private final LocalSystem system;
    private final int replica;
    private final Chronicle chronicle;
    private final Timings timings;
    private final Violations violations;
    private boolean ready = true;

    ReplicaControl(LocalSystem system, int replica, Chronicle chronicle, Timings timings, Violations violations) {
        this.system = system;
        this.replica = replica;
        this.chronicle = chronicle;
        this.timings = timings;
        this.violations = violations;
    }

    void kill(int downMs) throws IOException, InterruptedException {
        long start = System.nanoTime();
        chronicle.killed(replica, start, ready);
        ready = false;
        system.killRealtime(replica);
        startAfter(downMs);
        timings.of(Timings.Kind.REPLICA_READY).add((System.nanoTime() - start) / 1e6 - downMs);
    }

    void pause(int ms) throws IOException, InterruptedException {
        ChildProcess process = system.realtimeProcess(replica);
        process.signal("STOP");
        try {
            TimeUnit.MILLISECONDS.sleep(ms);
        } finally {
            process.signal("CONT");
        }
    }

    void stop(int downMs) throws IOException, InterruptedException {
        ChildProcess process = system.realtimeProcess(replica);
        ready = false;
        process.terminate();
        try {
            chronicle.ended(process.ended().get(STOP_BOUND_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException late) {
            violations.add(
                    "stop",
                    "replica " + (replica + 1) + " did not end within " + STOP_BOUND_SECONDS + " s after SIGTERM");
            process.kill();
        }
        startAfter(downMs);
    }

    private void startAfter(int ms) throws IOException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(ms);
        start();
    }

    void start() throws IOException {
        system.startRealtime(replica);
        ready = true;
    }
}
