package app.vstrivia.api.job;

import app.vstrivia.model.valkey.ChannelListener;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Calls the workers when there is something to do, so that a job does not wait until they look by themselves: those of other
 * processes over Valkey, and the one of this process in any case.
 */
@ApplicationScoped
class JobBell {
    private static final Logger LOG = Logger.getLogger(JobBell.class);
    private static final String CHANNEL = "jobs";

    private final RedisAPI valkey;
    private final ReactiveRedisDataSource channels;
    private final Vertx vertx;
    private volatile Runnable here = () -> {};
    private ChannelListener listener;

    JobBell(RedisAPI valkey, ReactiveRedisDataSource channels, Vertx vertx) {
        this.valkey = valkey;
        this.channels = channels;
        this.vertx = vertx;
    }

    /** To be called after the commit; what is lost is found by the workers a little later. */
    void ring() {
        here.run();
        valkey.publish(CHANNEL, "")
                .subscribe()
                .with(receivers -> {}, failure -> LOG.debugf("not told over Valkey: %s", failure.getMessage()));
    }

    /** From now on {@code look} is called each time that somebody rings; it must not block. */
    void hear(Runnable look) {
        here = look;
        listener = new ChannelListener(channels, vertx, List.of(CHANNEL), message -> look.run(), look);
        listener.start();
    }

    void hearNoMore() {
        here = () -> {};
        if (listener != null) {
            listener.stop();
        }
    }
}
