package app.vstrivia.realtime.session;

import app.vstrivia.model.valkey.ChannelListener;
import app.vstrivia.realtime.platform.observe.RealtimeMetric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.pubsub.ReactivePubSubCommands;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Tells the other replicas which devices have a socket here since when, so that an older one elsewhere is closed. What is
 * told within {@value #GATHER_MS} ms goes in one message. While Valkey is away a device may have two sockets; both get
 * everything, and the newer one speaks for the player.
 */
@ApplicationScoped
class Displacement {
    private static final String CHANNEL = "trivia:device";
    private static final int GATHER_MS = 5;
    private static final int DEVICES_IN_A_MESSAGE = 500;

    private final String self = UUID.randomUUID().toString();
    private final ReactiveRedisDataSource valkey;
    private final ReactivePubSubCommands<String> channel;
    private final Vertx vertx;
    private final Counter lost;
    private List<String> gathered = new ArrayList<>();
    private ChannelListener listener;

    Displacement(ReactiveRedisDataSource valkey, Vertx vertx, MeterRegistry metrics) {
        this.lost = RealtimeMetric.NOTICES_LOST.counter(metrics, "device");
        this.valkey = valkey;
        this.channel = valkey.pubsub(String.class);
        this.vertx = vertx;
    }

    /** Begins to hear what other replicas tell; {@code present} is told again whenever Valkey is back. */
    void start(Heard heard, Supplier<Collection<Session>> present) {
        listener = new ChannelListener(
                valkey, vertx, List.of(CHANNEL), message -> hear(message, heard), () -> present.get()
                        .forEach(this::tell));
        listener.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (listener != null) {
            listener.stop();
        }
    }

    /** A device has a socket here. */
    void tell(Session session) {
        synchronized (this) {
            gathered.add(session.device() + ' ' + session.beganAt());
            if (gathered.size() > 1) {
                return;
            }
        }
        vertx.setTimer(GATHER_MS, timer -> publish());
    }

    private void publish() {
        List<String> devices;
        synchronized (this) {
            devices = gathered;
            gathered = new ArrayList<>();
        }
        for (int from = 0; from < devices.size(); from += DEVICES_IN_A_MESSAGE) {
            List<String> some = devices.subList(from, Math.min(devices.size(), from + DEVICES_IN_A_MESSAGE));
            channel.publish(CHANNEL, self + '\n' + String.join("\n", some))
                    .subscribe()
                    .with(done -> {}, failure -> lost.increment());
        }
    }

    private void hear(String message, Heard heard) {
        String[] lines = message.split("\n");
        if (lines[0].equals(self)) {
            return;
        }
        for (int i = 1; i < lines.length; i++) {
            int space = lines[i].lastIndexOf(' ');
            heard.began(lines[i].substring(0, space), Long.parseLong(lines[i].substring(space + 1)));
        }
    }

    /** Gets what another replica tells: a device has a socket there since {@code beganAt} (ms, the database's clock). */
    interface Heard {
        void began(String device, long beganAt);
    }
}
