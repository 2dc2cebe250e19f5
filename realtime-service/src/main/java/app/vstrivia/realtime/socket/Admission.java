package app.vstrivia.realtime.socket;

import app.vstrivia.model.identity.KnownRevocations;
import app.vstrivia.realtime.platform.observe.RealtimeMetric;
import app.vstrivia.realtime.wire.Wires;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

/** Lets connections in at a rate that this replica can bear, so that a storm does not become an outage. */
@ApplicationScoped
class Admission {
    private static final int RETRY_FROM_S = 1;
    private static final int RETRY_TO_S = 5;

    private final SocketLimits limits;
    private final Wires wires;
    private final KnownRevocations revocations;
    private final KeySetRefresh keys;
    private final Allowance arrivals;
    /** Looked up once: in a storm there are many refusals. */
    private final Map<Why, Counter> refusals = new EnumMap<>(Why.class);

    private volatile boolean closed;

    Admission(
            SocketLimits limits, Wires wires, MeterRegistry metrics, KnownRevocations revocations, KeySetRefresh keys) {
        this.limits = limits;
        this.wires = wires;
        this.revocations = revocations;
        this.keys = keys;
        this.arrivals = new Allowance(limits.admissionsAtOnce(), limits.admissionsPerSecond(), System.nanoTime());
        for (Why why : Why.values()) {
            refusals.put(
                    why,
                    RealtimeMetric.UPGRADES_REFUSED.counter(metrics, why.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** Nobody is let in any more. */
    void close() {
        closed = true;
    }

    /** Whether anybody is let in: not while nobody's token could be judged, nor when this replica is left. */
    boolean open() {
        return begun() && !closed;
    }

    /** Whether it is known what tokens are signed with, and whose access was revoked. */
    private boolean begun() {
        return keys.known() && revocations.begun();
    }

    /** Empty if somebody may come in; otherwise after how many seconds the caller may try again. */
    OptionalInt shut() {
        if (closed) {
            return refused(Why.DRAINING);
        }
        return begun() ? OptionalInt.empty() : refused(Why.STARTING);
    }

    /** Empty if one more comes in; otherwise after how many seconds it may try again. */
    OptionalInt refusal() {
        OptionalInt shut = shut();
        if (shut.isPresent()) {
            return shut;
        }
        if (wires.count() >= limits.connections()) {
            return refused(Why.FULL);
        }
        synchronized (this) {
            return arrivals.take(System.nanoTime()) ? OptionalInt.empty() : refused(Why.RATE);
        }
    }

    private OptionalInt refused(Why why) {
        refusals.get(why).increment();
        return OptionalInt.of(ThreadLocalRandom.current().nextInt(RETRY_FROM_S, RETRY_TO_S + 1));
    }

    private enum Why {
        DRAINING,
        STARTING,
        FULL,
        RATE
    }
}
