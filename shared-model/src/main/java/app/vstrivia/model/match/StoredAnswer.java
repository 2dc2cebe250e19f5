package app.vstrivia.model.match;

import app.vstrivia.model.protocol.ServerMessage.Ack;
import app.vstrivia.model.protocol.ServerMessage.Ack.Status;
import app.vstrivia.model.protocol.ServerMessage.GivenAnswer;

/** What became of a {@link PlayerAnswer} in a committed transaction. */
public record StoredAnswer(PlayerAnswer given, Status status, GivenAnswer standing) {

    static StoredAnswer stored(PlayerAnswer given) {
        return new StoredAnswer(given, Status.STORED, GivenAnswer.of(given.given(), given.elapsedMs()));
    }

    static StoredAnswer late(PlayerAnswer given) {
        return new StoredAnswer(given, Status.LATE, null);
    }

    public Ack toAck() {
        return new Ack(given.id(), status, given.match(), given.round(), standing, null);
    }
}
