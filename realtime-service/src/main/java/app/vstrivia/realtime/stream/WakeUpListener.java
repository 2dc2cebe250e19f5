package app.vstrivia.realtime.stream;

import app.vstrivia.model.stream.WakeUp;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.pubsub.ReactivePubSubCommands;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Hears wake-ups for as long as Valkey is there, and asks for it again while it is not. */
@ApplicationScoped
public class WakeUpListener {
    private static final Logger LOG = Logger.getLogger(WakeUpListener.class);
    private static final int RETRY_MS = 250;

    private final ReactivePubSubCommands<String> channels;
    private final StreamHub hub;
    private final Vertx vertx;
    private final AtomicInteger generation = new AtomicInteger();
    private volatile boolean connected;

    WakeUpListener(ReactiveRedisDataSource redis, StreamHub hub, Vertx vertx) {
        this.channels = redis.pubsub(String.class);
        this.hub = hub;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        subscribe();
    }

    void stop(@Observes ShutdownEvent stopped) {
        generation.incrementAndGet();
    }

    /** Whether wake-ups come in; while they do not, the heads are looked at more often. */
    boolean connected() {
        return connected;
    }

    private void subscribe() {
        int current = generation.incrementAndGet();
        channels.subscribe(
                        WakeUp.channels(),
                        this::heard,
                        () -> lost(current, "ended"),
                        failure -> lost(current, failure.getMessage()))
                .subscribe()
                .with(
                        subscriber -> {
                            connected = true;
                            LOG.info("wake-ups are heard");
                        },
                        failure -> lost(current, failure.getMessage()));
    }

    /** The end and its cause are told separately; only the first of them counts. */
    private void lost(int which, String why) {
        if (generation.compareAndSet(which, which + 1)) {
            if (connected) {
                LOG.warnf("wake-ups are not heard any more: %s", why);
            }
            connected = false;
            vertx.setTimer(RETRY_MS, timer -> subscribe());
        }
    }

    private void heard(String message) {
        try {
            hub.woken(WakeUp.decode(message));
        } catch (IllegalArgumentException e) {
            LOG.warn("something that is no wake-up was published on its channel");
        }
    }
}
