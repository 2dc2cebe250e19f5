package app.vstrivia.realtime.match.answer;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Given;
import app.vstrivia.model.match.PlayerAnswer;
import app.vstrivia.model.match.StoredAnswer;
import app.vstrivia.model.protocol.ClientMessage;
import app.vstrivia.model.protocol.ErrorCode;
import app.vstrivia.model.protocol.ServerMessage.Ack;
import app.vstrivia.realtime.match.view.LiveMatch;
import app.vstrivia.realtime.match.view.OpenRound;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes answers: refuses in memory what cannot count, has the rest stored, and gives the acknowledgement. */
@ApplicationScoped
public class AnswerDesk {
    private final AnswerWriter writer;

    AnswerDesk(AnswerWriter writer) {
        this.writer = writer;
    }

    /**
     * The acknowledgement, once it may be sent; a failure means that nothing is known to be stored.
     *
     * @param creditMs how much of the way here the player is not charged for, from 0
     * @param receivedAt when the answer came in, in ms on the database's clock
     */
    public Uni<Ack> take(LiveMatch match, PlayerId player, ClientMessage.Answer answer, int creditMs, long receivedAt) {
        if (answer.round() > match.lastOpened()) {
            return refused(answer, ErrorCode.NOT_OPEN);
        }
        Given given = answer.given();
        OpenRound open = match.open().orElse(null);
        boolean inTime = open != null
                && open.round() == answer.round()
                && receivedAt >= open.openedAt()
                && receivedAt <= open.closesAt() + creditMs;
        if (!inTime) {
            // It may have been stored in time, or be about to be, and only its acknowledgement was lost.
            PlayerAnswer again = new PlayerAnswer(
                    match.id(), answer.round(), player, answer.id(), given, answer.elapsed(), receivedAt);
            return writer.find(again).map(StoredAnswer::toAck);
        }
        ErrorCode refusal = open.offer().refusal(given);
        if (refusal != null) {
            return refused(answer, refusal);
        }
        int elapsed = ElapsedTime.counted(answer.elapsed(), open, creditMs, receivedAt);
        return writer.write(
                        new PlayerAnswer(match.id(), answer.round(), player, answer.id(), given, elapsed, receivedAt))
                .map(StoredAnswer::toAck);
    }

    /** How many answers wait for their commit. */
    public int waiting() {
        return writer.waiting();
    }

    private static Uni<Ack> refused(ClientMessage.Answer answer, ErrorCode code) {
        return Uni.createFrom()
                .item(new Ack(answer.id(), Ack.Status.REFUSED, answer.match(), answer.round(), null, code.code()));
    }
}
