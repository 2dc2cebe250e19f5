package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.PlayerEvent;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.stream.StreamEvent;
import app.vstrivia.model.stream.StreamHead;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.realtime.stream.LiveStream;
import app.vstrivia.realtime.stream.StreamHub;
import app.vstrivia.realtime.stream.StreamObserver;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The own streams of the players that are here, and for a while of those that were: who comes back finds the stream in
 * memory, and is known for a member of the matches until the stream says otherwise.
 */
@ApplicationScoped
public class OwnStreams {
    /** How long the stream of a player without a socket is kept. */
    private static final long LINGER_NANOS = 30_000_000_000L;

    private static final int SWEEP_MS = 5_000;
    /** Each so many sweeps look at all streams, for those that the hub does not serve any more. */
    private static final int SWEEPS_TO_ALL = 12;

    private final Map<PlayerId, Own> streams = new ConcurrentHashMap<>();
    /** Players whose stream nobody reads any more, the one since longest at first; some may have come back. */
    private final Queue<Idle> idle = new ConcurrentLinkedQueue<>();

    private final StreamHub hub;
    private final LiveMatches matches;
    private final Vertx vertx;
    private int sweeps;
    private long timer;

    OwnStreams(StreamHub hub, LiveMatches matches, Vertx vertx) {
        this.hub = hub;
        this.matches = matches;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(SWEEP_MS, id -> sweep());
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(timer);
    }

    /** The stream, if it is in memory; to be followed by a {@link #release}. */
    public Optional<LiveStream> held(PlayerId player) {
        AtomicReference<LiveStream> held = new AtomicReference<>();
        streams.computeIfPresent(player, (id, own) -> {
            if (hub.serves(own.stream)) {
                own.holders++;
                held.set(own.stream);
            }
            return own;
        });
        return Optional.ofNullable(held.get());
    }

    /** Begins to follow the stream from its head on, or joins in; to be followed by a {@link #release}. */
    public LiveStream open(PlayerId player, StreamHead head) {
        return streams.compute(player, (id, own) -> {
                    if (own != null && hub.serves(own.stream)) {
                        own.holders++;
                        return own;
                    }
                    matches.forget(player);
                    return new Own(hub.open(head, new Observer(player)));
                })
                .stream;
    }

    /** Undoes one {@link #open} or {@link #held}; the stream is followed for a while after the last one. */
    public void release(LiveStream stream) {
        streams.computeIfPresent(new PlayerId(stream.id().thing()), (player, own) -> {
            if (own.stream == stream && --own.holders == 0) {
                own.idleSince = System.nanoTime();
                idle.add(new Idle(player, own.idleSince));
            }
            return own;
        });
    }

    /** Whether the player's stream is followed here. */
    public boolean follows(PlayerId player) {
        Own own = streams.get(player);
        return own != null && hub.serves(own.stream);
    }

    private void sweep() {
        long now = System.nanoTime();
        for (Idle first = idle.peek(); first != null && now - first.since() >= LINGER_NANOS; first = idle.peek()) {
            endIfIdle(idle.remove().player());
        }
        sweeps = (sweeps + 1) % SWEEPS_TO_ALL;
        if (sweeps == 0) {
            streams.keySet().forEach(this::endIfIdle);
        }
    }

    private void endIfIdle(PlayerId player) {
        streams.computeIfPresent(player, (id, own) -> {
            boolean over = own.holders == 0 && System.nanoTime() - own.idleSince >= LINGER_NANOS;
            if (hub.serves(own.stream) && !over) {
                return own;
            }
            matches.forget(player);
            hub.release(own.stream);
            return null;
        });
    }

    private record Idle(PlayerId player, long since) {}

    private static final class Own {
        private final LiveStream stream;
        private int holders = 1;
        private long idleSince;

        private Own(LiveStream stream) {
            this.stream = stream;
        }
    }

    /** Hears that the player has left a match, or was put out, or may not watch a stream any more. */
    private final class Observer implements StreamObserver {
        private final PlayerId player;

        private Observer(PlayerId player) {
            this.player = player;
        }

        @Override
        public void beforeDelivery(StreamEvent event) {
            leftOf(event).ifPresent(match -> matches.left(match, player));
        }

        @Override
        public void afterDelivery(LiveStream stream, StreamEvent event) {
            lostBy(event).ifPresent(lost -> stream.subscribers().forEach(reader -> reader.reset(lost)));
        }

        private Optional<StreamId> lostBy(StreamEvent event) {
            return event.kind().equals("stream-withdrawn")
                    ? Optional.of(ProtocolCodec.decodeBody(event.payload(), PlayerEvent.StreamWithdrawn.class).stream())
                    : leftOf(event).map(StreamId::of);
        }

        private Optional<MatchId> leftOf(StreamEvent event) {
            return event.kind().equals("match-left")
                    ? Optional.of(ProtocolCodec.decodeBody(event.payload(), PlayerEvent.MatchLeft.class)
                            .match())
                    : Optional.empty();
        }
    }
}
