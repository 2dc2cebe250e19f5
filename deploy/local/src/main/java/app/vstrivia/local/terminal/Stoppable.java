package app.vstrivia.local.terminal;

import app.vstrivia.embedded.ServerNotStarted;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command that a signal interrupts: it then ends all that it started, and the JVM waits for that. */
public final class Stoppable {
    private static final int STOP_SECONDS = 50;

    private final CountDownLatch done = new CountDownLatch(1);

    private Stoppable() {}

    /** What a command does. */
    public interface Work {
        ExitCode run() throws Exception;
    }

    /** Does it, says what went wrong, and ends the JVM. */
    public static void run(Work work) {
        Stoppable command = new Stoppable();
        command.stopOnSignal(Thread.currentThread());
        ExitCode code = ExitCode.FAILED;
        try {
            code = command.outcome(work);
        } finally {
            command.done.countDown();
        }
        System.exit(code.status());
    }

    private void stopOnSignal(Thread run) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (done.getCount() > 0) {
                                run.interrupt();
                                try {
                                    done.await(STOP_SECONDS, TimeUnit.SECONDS);
                                } catch (InterruptedException impossible) {
                                    Thread.currentThread().interrupt();
                                }
                            }
                        },
                        "stop"));
    }

    private ExitCode outcome(Work work) {
        try {
            return work.run();
        } catch (CommandFailure failure) {
            System.err.println(failure.getMessage());
            return failure.exitCode();
        } catch (InterruptedException stopped) {
            System.err.println("Stopped.");
            return ExitCode.FAILED;
        } catch (ServerNotStarted | IOException | TimeoutException failure) {
            System.err.println(failure.getMessage());
            return ExitCode.FAILED;
        } catch (Exception failure) {
            System.err.println(failure);
            return ExitCode.FAILED;
        }
    }
}
