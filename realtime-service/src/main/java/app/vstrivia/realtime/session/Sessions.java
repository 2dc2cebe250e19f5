package app.vstrivia.realtime.session;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.CloseCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All sessions of this replica; a device has one, its newest. */
@ApplicationScoped
public class Sessions {
    private final Map<String, Session> byDevice = new ConcurrentHashMap<>();
    private final Reading reading;

    Sessions(Reading reading) {
        this.reading = reading;
    }

    /** A socket was opened; an older one of the same device is closed. */
    public Session begin(PlayerId player, String device, long expires, Wire wire) {
        Session session = new Session(player, device, expires, wire, reading);
        Session older = byDevice.put(device, session);
        if (older != null) {
            older.close(CloseCode.DISPLACED);
        }
        return session;
    }

    /** A socket was closed, by whomever. */
    public void end(Session session) {
        byDevice.remove(session.device(), session);
        reading.ended(session);
    }

    public int count() {
        return byDevice.size();
    }
}
