package app.vstrivia.realtime.match.view;

import app.vstrivia.model.match.Crowd;
import app.vstrivia.model.match.MatchPhase;
import app.vstrivia.model.protocol.MatchSnapshot;
import app.vstrivia.model.protocol.MatchSnapshot.Role;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.protocol.ServerMessage.Result;
import app.vstrivia.model.stream.StreamHead;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.Optional;

/**
 * A match as all of its readers see it, with the position in its stream that it belongs to; encoded once, as what differs
 * from reader to reader comes last.
 */
final class SharedView {
    private static final long FRESH_NANOS = 2_000_000_000L;
    private static final String NOBODY = "null}";

    private final MatchSnapshot snapshot;
    private final StreamHead head;
    private final Long phaseEndsAt;
    private final Ranks ranks;
    private final long readAt = System.nanoTime();
    private final String json;

    /**
     * @param snapshot without its reader
     * @param phaseEndsAt in ms; null: not by itself
     */
    SharedView(MatchSnapshot snapshot, StreamHead head, Long phaseEndsAt, Ranks ranks) {
        this.snapshot = snapshot;
        this.head = head;
        this.phaseEndsAt = phaseEndsAt;
        this.ranks = ranks;
        String whole = ProtocolCodec.encodePart(snapshot);
        if (!whole.endsWith(NOBODY)) {
            throw new IllegalStateException("the reader does not come last in a snapshot");
        }
        this.json = whole.substring(0, whole.length() - NOBODY.length());
    }

    MatchSnapshot snapshot() {
        return snapshot;
    }

    StreamHead head() {
        return head;
    }

    Long phaseEndsAt() {
        return phaseEndsAt;
    }

    /** Whether nothing is known to have happened since, up to {@code seq}. */
    boolean isCurrent(long epoch, long seq) {
        boolean mayAge = snapshot.playerCount() >= Crowd.TOLD_ONE_BY_ONE;
        return head.epoch() == epoch && head.seq() >= seq && !(mayAge && System.nanoTime() - readAt > FRESH_NANOS);
    }

    /** The snapshot's JSON for one reader; {@code own} is of the same position. */
    RawValue with(OwnPart own) {
        boolean plays = own.role() == Role.PLAYER;
        MatchSnapshot.You you = new MatchSnapshot.You(
                own.role(), own.answer(), own.score(), plays ? ranks.rank(own.score(), own.answerMs()) : 0);
        return new RawValue(json + ProtocolCodec.encodePart(you) + "}");
    }

    /** What the last round brought to a player, while it is shown; nothing for who gave no answer to it. */
    Optional<Result> result(OwnPart own) {
        boolean shown = snapshot.phase() == MatchPhase.REVEALED || snapshot.phase() == MatchPhase.PAUSED;
        return shown && snapshot.round() > 0 && own.role() == Role.PLAYER && own.answer() != null
                ? Optional.of(new Result(
                        snapshot.match(),
                        snapshot.round(),
                        own.answer(),
                        own.correct(),
                        own.lastPoints(),
                        own.score(),
                        ranks.rank(own.score(), own.answerMs())))
                : Optional.empty();
    }
}
