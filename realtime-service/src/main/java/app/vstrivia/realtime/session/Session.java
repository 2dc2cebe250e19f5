package app.vstrivia.realtime.session;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.protocol.CloseCode;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.protocol.ServerMessage;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.realtime.stream.Subscriber;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One socket of one player. */
public final class Session implements Subscriber {
    private final UUID id = UuidV7.next();
    private final PlayerId player;
    private final String device;
    private final long expires;
    private final Wire wire;
    private final Outbox outbox;
    private final RoundTrip roundTrip = new RoundTrip();
    private final Reading reading;
    private final Map<StreamId, Held> held = new ConcurrentHashMap<>();
    private final Map<StreamId, Long> seqAtLastBeat = new ConcurrentHashMap<>();
    private volatile boolean greeted;
    private volatile boolean ended;

    Session(PlayerId player, String device, long expires, Wire wire, Reading reading) {
        this.player = player;
        this.device = device;
        this.expires = expires;
        this.wire = wire;
        this.outbox = new Outbox(wire);
        this.reading = reading;
    }

    public UUID id() {
        return id;
    }

    @Override
    public PlayerId player() {
        return player;
    }

    /** When its access token expires, in ms since 1970-01-01 UTC. */
    public long expires() {
        return expires;
    }

    String device() {
        return device;
    }

    public void send(ServerMessage message) {
        outbox.send(ProtocolCodec.encode(message));
    }

    @Override
    public void deliver(String frame) {
        outbox.send(frame);
    }

    @Override
    public void reset(StreamId stream) {
        reading.again(this, stream);
    }

    @Override
    public void over(StreamId stream) {
        reading.stopSoon(this, stream);
    }

    public void close(CloseCode code) {
        outbox.close(code);
    }

    /** Whether hello has been said. */
    public boolean greeted() {
        return greeted;
    }

    public void greet() {
        greeted = true;
    }

    boolean ended() {
        return ended;
    }

    void end() {
        ended = true;
    }

    /** Sends a ping whose echo measures the round trip. */
    public void ping() {
        roundTrip.sent(System.nanoTime());
        wire.ping();
    }

    public void echoed() {
        roundTrip.echoed(System.nanoTime());
    }

    /** See {@link RoundTrip}. */
    public int creditMs() {
        return roundTrip.credit();
    }

    Map<StreamId, Held> held() {
        return held;
    }

    /** What the stream had come to at the last heartbeat, 0 if there was none; {@code seq} is noted for the next one. */
    public long seqAtLastBeat(StreamId stream, long seq) {
        Long before = seqAtLastBeat.put(stream, seq);
        return before == null ? 0 : before;
    }

    void forgetBeat(StreamId stream) {
        seqAtLastBeat.remove(stream);
    }

    /** What the session reads under that id. */
    public Optional<Held> held(StreamId stream) {
        return Optional.ofNullable(held.get(stream));
    }
}
