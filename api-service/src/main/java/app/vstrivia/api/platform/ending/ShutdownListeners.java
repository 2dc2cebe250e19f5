package app.vstrivia.api.platform.ending;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.shutdown.ShutdownListener;
import io.quarkus.runtime.shutdown.ShutdownRecorder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.reflect.Field;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Says for Jackson's listener that it is done. In Quarkus 3.30.5 and 3.30.6 it never says so (<a
 * href="https://github.com/quarkusio/quarkus/issues/51915">quarkus 51915</a>), and each end, that of a migration too, would wait for
 * all of {@code quarkus.shutdown.timeout}. The test of this class tells when it has become unnecessary.
 */
@ApplicationScoped
class ShutdownListeners {
    private static final Logger LOG = Logger.getLogger(ShutdownListeners.class);
    private static final String SILENT = "io.quarkus.jackson.";

    /** At the beginning of the end ({@code quarkus.shutdown.delay-enabled}): the list is made after whatever a start tells. */
    void complete(@Observes ShutdownDelayInitiatedEvent ending) {
        try {
            Field field = ShutdownRecorder.class.getDeclaredField("shutdownListeners");
            field.setAccessible(true);
            List<?> listeners = (List<?>) field.get(null);
            field.set(
                    null,
                    listeners.stream()
                            .map(ShutdownListener.class::cast)
                            .map(ShutdownListeners::speaking)
                            .toList());
        } catch (ReflectiveOperationException | RuntimeException changed) {
            LOG.warnf("the end may take longer than it has to: %s", changed);
        }
    }

    static ShutdownListener speaking(ShutdownListener listener) {
        return listener.getClass().getName().startsWith(SILENT) ? new Speaking(listener) : listener;
    }

    private record Speaking(ShutdownListener silent) implements ShutdownListener {
        @Override
        public void shutdown(ShutdownNotification notification) {
            try {
                silent.shutdown(() -> {});
            } finally {
                notification.done();
            }
        }
    }
}
