package app.vstrivia.realtime.session;

import app.vstrivia.model.protocol.CloseCode;
import app.vstrivia.realtime.platform.time.DatabaseClock;
import app.vstrivia.realtime.wire.Wire;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * All sessions of this replica. A device has one on all replicas together, that which said hello last; while that one does
 * not have everything yet, the one before goes on, so that a client moves without a gap.
 */
@ApplicationScoped
public class Sessions {
    private final Map<String, Session> settled = new ConcurrentHashMap<>();
    /** Those that have not said hello yet: one of a device. */
    private final Map<String, Session> silent = new ConcurrentHashMap<>();
    /** Those that have said hello and not resumed yet: one of a device, too. */
    private final Map<String, Session> arriving = new ConcurrentHashMap<>();

    private final Reading reading;
    private final Displacement displacement;
    private final DatabaseClock clock;

    Sessions(Reading reading, Displacement displacement, DatabaseClock clock) {
        this.reading = reading;
        this.displacement = displacement;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        displacement.start(this::settledElsewhere, settled::values);
    }

    /**
     * A socket was opened; one of the same device that has not said hello is closed. It may come back: a client's attempts, of
     * which it has given up the first, need not get here in their order.
     */
    public Session begin(Caller caller, Wire wire) {
        Session session = new Session(caller, clock.now(), wire, reading);
        Session other = silent.put(caller.device(), session);
        if (other != null) {
            other.close(CloseCode.OVERTAKEN);
        }
        return session;
    }

    /** The session has said hello; one of the same device that has not resumed yet is closed. */
    public void greet(Session session) {
        session.greet();
        Session older;
        synchronized (this) {
            older = arriving.put(session.device(), session);
            silent.remove(session.device(), session);
        }
        displace(older);
    }

    /**
     * The session has everything: an older one of the same device is closed, here and on the other replicas. One that has
     * ended meanwhile, or was displaced by a newer one, displaces nobody.
     */
    public void settle(Session session) {
        Session older;
        synchronized (this) {
            if (arriving.get(session.device()) != session) {
                return;
            }
            older = settled.put(session.device(), session);
            arriving.remove(session.device(), session);
        }
        displace(older);
        displacement.tell(session);
    }

    private static void displace(Session older) {
        if (older != null) {
            older.close(CloseCode.DISPLACED);
        }
    }

    /** A socket was closed, by whomever. */
    public void end(Session session) {
        synchronized (this) {
            silent.remove(session.device(), session);
            arriving.remove(session.device(), session);
            settled.remove(session.device(), session);
        }
        reading.ended(session);
    }

    /** Another replica has all of a session of that device, which began at {@code beganAt}; the older of the two is closed. */
    private void settledElsewhere(String device, long beganAt) {
        Stream.of(settled, arriving, silent)
                .map(sessions -> sessions.get(device))
                .filter(session -> session != null && session.beganAt() < beganAt)
                .forEach(Sessions::displace);
    }

    /** In this order, as who goes from one to the next is there before it leaves: some come twice, none is missed. */
    public Stream<Session> all() {
        return Stream.of(silent, arriving, settled).flatMap(sessions -> sessions.values().stream());
    }

    public int count() {
        return settled.size() + arriving.size() + silent.size();
    }
}
