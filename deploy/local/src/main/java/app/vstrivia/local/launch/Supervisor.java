package app.vstrivia.local.launch;

import app.vstrivia.embedded.ServerNotStarted;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Starts a service again when it ends by itself, at growing intervals, and says so in one line. */
final class Supervisor implements AutoCloseable {
    private static final Duration FIRST_DELAY = Duration.ofMillis(500);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofSeconds(60);

    private final JavaService service;
    private final Consumer<String> report;
    private final Thread thread;
    private volatile boolean closed;

    Supervisor(JavaService service, Consumer<String> report) {
        this.service = service;
        this.report = report;
        this.thread = new Thread(this::watch, "supervisor-" + service.name());
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        Duration delay = FIRST_DELAY;
        while (!closed) {
            long start = System.nanoTime();
            int status = service.process().ended().join();
            if (closed) {
                return;
            }
            if (System.nanoTime() - start > STEADY.toNanos()) {
                delay = FIRST_DELAY;
            }
            report.accept(service.name() + " ended with status " + status + "; starting it again in "
                    + delay.toMillis() / 1000.0 + " s.");
            try {
                Thread.sleep(delay.toMillis());
                service.start();
                report.accept(service.name() + " is ready again.");
            } catch (InterruptedException stopped) {
                return;
            } catch (IOException | ServerNotStarted failure) {
                report.accept(failure.getMessage());
            }
            delay = delay.multipliedBy(2).compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay.multipliedBy(2);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
