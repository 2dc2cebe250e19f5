package app.vstrivia.realtime.session;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.protocol.CloseCode;
import app.vstrivia.model.protocol.ServerMessage;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.realtime.stream.Subscriber;
import app.vstrivia.realtime.wire.Frame;
import app.vstrivia.realtime.wire.Wire;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One socket of one player. */
public final class Session implements Subscriber {
    private final UUID id = UuidV7.next();
    private volatile Caller caller;
    private final long beganAt;
    private final Wire wire;
    private final RoundTrip roundTrip = new RoundTrip();
    private final Reading reading;
    /** Few streams each: the own one, and mostly one match. */
    private final Map<StreamId, Held> held = new ConcurrentHashMap<>(2);

    private volatile int resets;
    private volatile boolean greeted;
    private volatile boolean ended;

    /** @param beganAt in ms on the database's clock */
    Session(Caller caller, long beganAt, Wire wire, Reading reading) {
        this.caller = caller;
        this.beganAt = beganAt;
        this.wire = wire;
        this.reading = reading;
    }

    public UUID id() {
        return id;
    }

    @Override
    public PlayerId player() {
        return caller.player();
    }

    Caller caller() {
        return caller;
    }

    /** The device that it speaks for. */
    public String device() {
        return caller.device();
    }

    /** When it was opened, in ms on the database's clock. */
    long beganAt() {
        return beganAt;
    }

    @Override
    public Wire wire() {
        return wire;
    }

    public void send(ServerMessage message) {
        wire.send(Frame.of(message));
    }

    @Override
    public void reset(StreamId stream) {
        synchronized (this) {
            resets++;
        }
        reading.again(this, stream);
    }

    /** How often it was told that what it reads of a stream is void: to find out whether that was so meanwhile. */
    int resets() {
        return resets;
    }

    @Override
    public void over(StreamId stream) {
        reading.stopSoon(this, stream);
    }

    public void close(CloseCode code) {
        wire.close(code);
    }

    /** Whether hello has been said. */
    public boolean greeted() {
        return greeted;
    }

    /** Hello has been said: from now on the connection lasts as long as its access token. */
    public void greet() {
        greeted = true;
        renew(caller);
    }

    /** When the access token expires, in ms since 1970-01-01 UTC. */
    public long expires() {
        return caller.expires();
    }

    /** A newer access token of the same player and device is in use. */
    public void renew(Caller newer) {
        caller = newer;
        wire.closeAfter(Math.max(0, newer.expires() - System.currentTimeMillis()), CloseCode.UNAUTHENTICATED);
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

    /** What the session reads under that id. */
    public Optional<Held> held(StreamId stream) {
        return Optional.ofNullable(held.get(stream));
    }

    /** Whether it takes part in a match whose round is open. */
    public boolean plays() {
        // A loop, since each heartbeat asks.
        for (Held read : held.values()) {
            if (read.match() != null && read.match().open().isPresent()) {
                return true;
            }
        }
        return false;
    }
}
