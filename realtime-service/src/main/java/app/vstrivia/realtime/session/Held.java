package app.vstrivia.realtime.session;

import app.vstrivia.model.protocol.MatchSnapshot.Role;
import app.vstrivia.realtime.match.view.LiveMatch;
import app.vstrivia.realtime.stream.LiveStream;

/** A stream that a session reads; {@code match} and {@code role} are null unless it is a match's. */
public final class Held {
    private final LiveStream stream;
    private final LiveMatch match;
    private final Role role;
    private volatile long seqAtLastBeat;

    Held(LiveStream stream, LiveMatch match, Role role) {
        this.stream = stream;
        this.match = match;
        this.role = role;
    }

    static Held of(LiveStream stream) {
        return new Held(stream, null, null);
    }

    public LiveStream stream() {
        return stream;
    }

    public LiveMatch match() {
        return match;
    }

    public Role role() {
        return role;
    }

    /** What the stream had come to at the last heartbeat, 0 if there was none; notes the present seq for the next one. */
    public long noteBeat() {
        long before = seqAtLastBeat;
        seqAtLastBeat = stream.seq();
        return before;
    }
}
