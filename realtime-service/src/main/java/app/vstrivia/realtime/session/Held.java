package app.vstrivia.realtime.session;

import app.vstrivia.model.protocol.MatchSnapshot.Role;
import app.vstrivia.realtime.match.view.LiveMatch;
import app.vstrivia.realtime.stream.LiveStream;

/** A stream that a session reads; {@code match} and {@code role} are null unless it is a match's. */
public record Held(LiveStream stream, LiveMatch match, Role role) {
    static Held of(LiveStream stream) {
        return new Held(stream, null, null);
    }
}
