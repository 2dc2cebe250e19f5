package app.vstrivia.realtime.session;

import app.vstrivia.model.stream.StreamId;
import app.vstrivia.realtime.match.view.LiveMatches;
import app.vstrivia.realtime.match.view.OwnStreams;
import app.vstrivia.realtime.stream.GrantedStreams;
import jakarta.enterprise.context.ApplicationScoped;

/** What sessions hold while they read it, and how it is given back. */
@ApplicationScoped
class Holding {
    private final LiveMatches matches;
    private final OwnStreams ownStreams;
    private final GrantedStreams grantedStreams;

    Holding(LiveMatches matches, OwnStreams ownStreams, GrantedStreams grantedStreams) {
        this.matches = matches;
        this.ownStreams = ownStreams;
        this.grantedStreams = grantedStreams;
    }

    /** Notes what the session reads, in place of what it read of the same stream before. */
    void hold(Session session, Held held) {
        Held before = session.held().put(held.stream().id(), held);
        if (before != null) {
            letGo(session, before);
        }
        if (session.ended() && session.held().remove(held.stream().id(), held)) {
            letGo(session, held);
        }
    }

    /**
     * The same, unless the session reads something else by now than {@code before}, which may be null: then what is new is
     * given back, and false is the answer.
     */
    boolean takeOver(Session session, Held before, Held held) {
        StreamId stream = held.stream().id();
        boolean taken = before == null
                ? session.held().putIfAbsent(stream, held) == null
                : session.held().replace(stream, before, held);
        if (!taken) {
            release(held);
            return false;
        }
        if (before != null) {
            letGo(session, before);
        }
        if (session.ended() && session.held().remove(stream, held)) {
            letGo(session, held);
        }
        return true;
    }

    void letGo(Session session, Held held) {
        held.stream().unsubscribe(session);
        release(held);
    }

    void release(Held held) {
        StreamId stream = held.stream().id();
        if (held.match() != null) {
            matches.release(held.match());
        } else if (stream.isGranted()) {
            grantedStreams.release(held.stream());
        } else {
            ownStreams.release(held.stream());
        }
    }
}
