package app.vstrivia.realtime.wire;

import io.netty.channel.Channel;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** All connections of this replica. */
@ApplicationScoped
public class Wires {
    private static final Logger LOG = Logger.getLogger(Wires.class);

    private final Map<EventExecutor, WireLoop> loops = new ConcurrentHashMap<>();
    private final WireLimits limits;
    private final WireCounters counters;
    private final int maxMessageBytes;
    private EventExecutor own;
    private volatile boolean direct;

    Wires(
            WireLimits limits,
            WireCounters counters,
            @ConfigProperty(name = "quarkus.websockets-next.server.max-message-size") int maxMessageBytes) {
        this.limits = limits;
        this.counters = counters;
        this.maxMessageBytes = maxMessageBytes;
    }

    void start(@Observes StartupEvent started) {
        direct = limits.direct() && VertxInside.isAsExpected();
        if (!direct) {
            own = new DefaultEventExecutor();
        }
        LOG.infof("frames are written %s", direct ? "to the channels" : "by websockets-next");
    }

    /**
     * To be called when an upgrade is about to be granted, on its event loop: what the client sends from now on waits until
     * {@link #open}. Null if websockets-next is to read it.
     */
    public UpgradeGate hold(HttpServerRequest request) {
        return direct ? UpgradeGate.close(request) : null;
    }

    /**
     * The wire of a connection that was just upgraded; to be called on its event loop. Empty if the connection is gone
     * already, for then nobody would ever tell its end.
     *
     * @param gate what {@link #hold} gave
     */
    public Optional<Wire> open(WebSocketConnection connection, UpgradeGate gate, WireListener listener) {
        if (gate == null && connection.isClosed()) {
            return Optional.empty();
        }
        if (gate != null && (!gate.channel().isActive() || Takeover.done(gate.channel()))) {
            gate.channel().close();
            gate.open();
            return Optional.empty();
        }
        Wire wire = gate == null || !Takeover.possible(gate.channel())
                ? new SendTextWire(connection, ownLoop(), counters, listener)
                : take(gate.channel(), listener);
        wire.loop().submit(wire::opened);
        if (gate != null) {
            // Behind the opening, as the listener is to hear nothing before it.
            wire.loop().submit(() -> gate.channel().eventLoop().execute(gate::open));
        }
        return Optional.of(wire);
    }

    private Wire take(Channel channel, WireListener listener) {
        try {
            return Takeover.take(channel, loop(channel.eventLoop()), counters, listener, maxMessageBytes);
        } catch (Exception e) {
            channel.close();
            throw new IllegalStateException("the channel could not be taken over", e);
        }
    }

    private WireLoop ownLoop() {
        synchronized (this) {
            if (own == null) {
                LOG.warn("a channel is not as expected: its frames are written by websockets-next");
                own = new DefaultEventExecutor();
            }
        }
        return loop(own);
    }

    private WireLoop loop(EventExecutor executor) {
        return loops.computeIfAbsent(executor, of -> new WireLoop(of, limits));
    }

    /** How many connections there are. */
    public int count() {
        return loops.values().stream().mapToInt(WireLoop::size).sum();
    }

    /** Gives every wire to {@code visitor}, on its own event loop. */
    public void visit(Consumer<Wire> visitor) {
        loops.values().forEach(loop -> loop.visit(visitor));
    }
}
