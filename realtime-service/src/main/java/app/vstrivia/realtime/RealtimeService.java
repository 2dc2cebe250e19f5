package app.vstrivia.realtime;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jboss.logging.Logger;

/** Starts the service. */
@QuarkusMain
public class RealtimeService {
    private static final Logger LOG = Logger.getLogger(RealtimeService.class);

    public static void main(String... args) {
        Quarkus.run(null, RealtimeService::exit, args);
    }

    /**
     * A JVM that SIGTERM ended says 143 (128 + 15), however well it ended; this one says 0 when it has drained. By then
     * everything is stopped, so that halting skips nothing.
     */
    private static void exit(int code, Throwable failure) {
        if (failure != null) {
            LOG.error("realtime-service failed", failure);
        }
        if (ApplicationLifecycleManager.isVmShuttingDown()) {
            Runtime.getRuntime().halt(code);
        }
        System.exit(code);
    }
}
