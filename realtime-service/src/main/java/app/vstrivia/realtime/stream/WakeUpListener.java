package app.vstrivia.realtime.stream;

import app.vstrivia.model.stream.WakeUp;
import app.vstrivia.model.stream.WakeUps;
import app.vstrivia.model.valkey.ChannelListener;
import app.vstrivia.realtime.platform.observe.RealtimeMetric;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Hears wake-ups. When Valkey is back every stream counts as woken. */
@ApplicationScoped
public class WakeUpListener {
    private final ChannelListener listener;

    WakeUpListener(
            ReactiveRedisDataSource valkey,
            StreamHub hub,
            HeadSweep sweep,
            Vertx vertx,
            WakeUps sent,
            MeterRegistry metrics) {
        RealtimeMetric.NOTICES_LOST.counter(metrics, sent, WakeUps::lost, "wake-up");
        listener = new ChannelListener(
                valkey, vertx, WakeUp.channels(), message -> hub.woken(WakeUp.decode(message)), sweep::sweepNow);
    }

    void start(@Observes StartupEvent started) {
        listener.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        listener.stop();
    }

    /** Whether wake-ups come in; while they do not, the heads are looked at more often. */
    boolean connected() {
        return listener.connected();
    }
}
