package app.vstrivia.model.stream;

import app.vstrivia.model.trace.Origin;
import app.vstrivia.model.trace.Traces;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Publishes wake-ups. One that gets lost costs its readers up to a second, so nobody waits for it and it cannot fail. */
@ApplicationScoped
public class WakeUps {
    private final RedisAPI redis;
    private final Traces traces;
    private final LongAdder lost = new LongAdder();

    WakeUps(RedisAPI redis, Traces traces) {
        this.redis = redis;
        this.traces = traces;
    }

    /** Tells the readers of these events' streams; to be called after the commit, with what {@code append} gave. */
    public void publish(List<StreamEvent> events) {
        Origin origin = traces.origin();
        if (origin != null) {
            events.forEach(event -> traces.appended(event.traced()));
        }
        Map<StreamId, List<StreamEvent>> streams = new LinkedHashMap<>();
        events.forEach(event -> streams.computeIfAbsent(event.stream(), stream -> new ArrayList<>())
                .add(event));
        streams.values().forEach(ofOneStream -> publish(WakeUp.of(ofOneStream, origin)));
    }

    private void publish(WakeUp wakeUp) {
        redis.publish(wakeUp.channel(), wakeUp.encode()).subscribe().with(receivers -> {}, failure -> lost.increment());
    }

    /** How many wake-ups could not be sent since the start. */
    public long lost() {
        return lost.sum();
    }
}
