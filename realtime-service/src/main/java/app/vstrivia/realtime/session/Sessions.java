package app.vstrivia.realtime.session;

import app.vstrivia.model.protocol.CloseCode;
import app.vstrivia.realtime.platform.time.DatabaseClock;
import app.vstrivia.realtime.wire.Wire;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All sessions of this replica; a device has one, its newest, on all replicas together. */
@ApplicationScoped
public class Sessions {
    private final Map<String, Session> byDevice = new ConcurrentHashMap<>();
    private final Reading reading;
    private final Displacement displacement;
    private final DatabaseClock clock;

    Sessions(Reading reading, Displacement displacement, DatabaseClock clock) {
        this.reading = reading;
        this.displacement = displacement;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        displacement.start(this::beganElsewhere, this::all);
    }

    /** A socket was opened; an older one of the same device is closed, here and on the other replicas. */
    public Session begin(Caller caller, Wire wire) {
        Session session = new Session(caller, clock.now(), wire, reading);
        Session older = byDevice.put(caller.device(), session);
        if (older != null) {
            older.close(CloseCode.DISPLACED);
        }
        displacement.tell(session);
        return session;
    }

    /** A socket was closed, by whomever. */
    public void end(Session session) {
        byDevice.remove(session.device(), session);
        reading.ended(session);
    }

    /** Another replica has a socket of that device since {@code beganAt}; the older of the two is closed. */
    private void beganElsewhere(String device, long beganAt) {
        Session session = byDevice.get(device);
        if (session != null && session.beganAt() < beganAt) {
            session.close(CloseCode.DISPLACED);
        }
    }

    public Collection<Session> all() {
        return byDevice.values();
    }

    public int count() {
        return byDevice.size();
    }
}
