package app.vstrivia.model.valkey;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.pubsub.ReactivePubSubCommands;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Hears channels for as long as Valkey is there, and asks for them again while it is not. */
public final class ChannelListener {
    private static final Logger LOG = Logger.getLogger(ChannelListener.class);
    private static final int RETRY_MS = 250;

    private final ReactivePubSubCommands<String> valkey;
    private final Vertx vertx;
    private final List<String> channels;
    private final Consumer<String> heard;
    private final Runnable onConnected;
    private final AtomicInteger generation = new AtomicInteger();
    private volatile boolean connected;
    private volatile boolean stopped;

    /**
     * @param heard gets each message, on an event loop; what it throws is logged
     * @param onConnected is told each time that the channels are heard again: what was said before is lost
     */
    public ChannelListener(
            ReactiveRedisDataSource valkey,
            Vertx vertx,
            List<String> channels,
            Consumer<String> heard,
            Runnable onConnected) {
        this.valkey = valkey.pubsub(String.class);
        this.vertx = vertx;
        this.channels = channels;
        this.heard = heard;
        this.onConnected = onConnected;
    }

    public void start() {
        subscribe();
    }

    public void stop() {
        stopped = true;
        generation.incrementAndGet();
    }

    /** Whether messages come in. */
    public boolean connected() {
        return connected;
    }

    private void subscribe() {
        if (stopped) {
            return;
        }
        int current = generation.incrementAndGet();
        valkey.subscribe(
                        channels,
                        this::hear,
                        () -> lost(current, "ended"),
                        failure -> lost(current, failure.getMessage()))
                .subscribe()
                .with(subscriber -> found(), failure -> lost(current, failure.getMessage()));
    }

    private void found() {
        connected = true;
        LOG.infof("%s is heard", channels.get(0));
        onConnected.run();
    }

    /** The end and its cause are told separately; only the first of them counts. */
    private void lost(int which, String why) {
        if (generation.compareAndSet(which, which + 1)) {
            if (connected) {
                LOG.warnf("%s is not heard any more: %s", channels.get(0), why);
            }
            connected = false;
            vertx.setTimer(RETRY_MS, timer -> subscribe());
        }
    }

    private void hear(String message) {
        try {
            heard.accept(message);
        } catch (RuntimeException e) {
            LOG.warnf("a message on %s makes no sense: %s", channels.get(0), e.getMessage());
        }
    }
}
