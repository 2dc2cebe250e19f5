package app.vstrivia.realtime.wire;

import app.vstrivia.realtime.platform.observe.RealtimeMetric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What became of frames and connections, as metrics: from the start, since a replica without sockets is scaled by that, too. */
@Startup
@ApplicationScoped
class WireCounters {
    /** Why a frame was not written. */
    enum Drop {
        /** A newer one of the same key took its place. */
        OUTDATED,
        /** The socket had more waiting than it may; it was closed. */
        TOO_MUCH_WAITS,
        /** The socket was closing. */
        CLOSED
    }

    private final MeterRegistry registry;
    private final Map<Drop, Counter> drops = new ConcurrentHashMap<>();
    private final Map<String, Counter> closes = new ConcurrentHashMap<>();
    private final LongAdder sent = new LongAdder();
    private final LongAdder opened = new LongAdder();
    private final AtomicInteger open = new AtomicInteger();

    WireCounters(MeterRegistry registry) {
        this.registry = registry;
        RealtimeMetric.SOCKETS_OPEN.gauge(registry, open, AtomicInteger::get);
        RealtimeMetric.SOCKETS_OPENED.counter(registry, opened, LongAdder::sum);
        RealtimeMetric.FRAMES_SENT.counter(registry, sent, LongAdder::sum);
    }

    void opened() {
        opened.increment();
        open.incrementAndGet();
    }

    void gone() {
        open.decrementAndGet();
    }

    void sent() {
        sent.increment();
    }

    void dropped(Drop why) {
        drops.computeIfAbsent(why, drop -> RealtimeMetric.FRAMES_DROPPED.counter(registry, label(drop.name())))
                .increment();
    }

    /** @param why the name of a close code, {@code PEER} or {@code BROKEN} */
    void closed(String why) {
        closes.computeIfAbsent(why, code -> RealtimeMetric.SOCKETS_CLOSED.counter(registry, label(code)))
                .increment();
    }

    private static String label(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
