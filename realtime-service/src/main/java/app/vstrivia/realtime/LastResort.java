package app.vstrivia.realtime;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Ends the process when the framework does not: closing a pool whose connections were cut can take for ever. By then all
 * that matters is done.
 */
@ApplicationScoped
class LastResort {
    private static final Logger LOG = Logger.getLogger(LastResort.class);
    private static final int PATIENCE_S = 5;

    /** After all others that end with the service. */
    void await(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent ending) {
        if (RealtimeService.isTheProcess()) {
            Thread thread = new Thread(LastResort::endIfStillThere, "last resort");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void endIfStillThere() {
        try {
            TimeUnit.SECONDS.sleep(PATIENCE_S);
            LOG.warnf("not closed after %d s; ended all the same", PATIENCE_S);
        } catch (InterruptedException e) {
            LOG.warn("interrupted; ended at once");
        }
        Runtime.getRuntime().halt(0);
    }
}
