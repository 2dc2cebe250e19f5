package app.vstrivia.realtime;

import app.vstrivia.model.edge.ConnectionDeadlines;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Starts the service. */
@QuarkusMain
public class RealtimeService {
    private static final Logger LOG = Logger.getLogger(RealtimeService.class);

    private static final int LONGEST_EXIT_S = 60;

    /**
     * 0 makes an event loop set a timer of the kernel when its next deadline changes. By default it sets one each time it
     * waits, which costs more than reading a message.
     */
    private static final String TIMER_FOR_EACH_WAIT = "io.netty.channel.epoll.epollWaitThreshold";

    /**
     * By default there are two event loops for each processor, of which one would wake the other for every message between
     * two players.
     */
    private static final String EVENT_LOOPS = "quarkus.vertx.event-loops-pool-size";

    private static volatile boolean theProcess;

    public static void main(String... args) {
        theProcess = true;
        ConnectionDeadlines.enable();
        setUnlessSet(TIMER_FOR_EACH_WAIT, "0");
        if (System.getenv("QUARKUS_VERTX_EVENT_LOOPS_POOL_SIZE") == null) {
            setUnlessSet(EVENT_LOOPS, Integer.toString(Runtime.getRuntime().availableProcessors()));
        }
        // The framework's own hook may be done before the exit below is reached.
        Runtime.getRuntime().addShutdownHook(new Thread(RealtimeService::waitForExit, "wait for exit"));
        Quarkus.run(null, RealtimeService::exit, args);
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static void waitForExit() {
        try {
            TimeUnit.SECONDS.sleep(LONGEST_EXIT_S);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the JVM was started for this service, and not for a test of it. */
    static boolean isTheProcess() {
        return theProcess;
    }

    /**
     * A JVM that SIGTERM ended says 143 (128 + 15), however well it ended; this one says 0 when it has drained. By then
     * everything is stopped, so that halting skips nothing.
     */
    private static void exit(int code, Throwable failure) {
        if (failure != null) {
            tell(failure);
        }
        Runtime.getRuntime().halt(code);
    }

    /** What is wrong with a setting says its sentence; where in the code that was noticed helps nobody. */
    private static void tell(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException) {
                LOG.error(cause.getMessage());
                return;
            }
        }
        LOG.error("realtime-service failed", failure);
    }
}
