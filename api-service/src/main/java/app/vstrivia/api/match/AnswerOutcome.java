package app.vstrivia.api.match;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.match.StoredAnswer;
import app.vstrivia.model.protocol.ErrorCode;
import app.vstrivia.model.protocol.ServerMessage.Ack.Status;
import app.vstrivia.model.protocol.ServerMessage.GivenAnswer;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of an answer, as the socket's {@code ack} says it; {@code answer} is the one that stands, if any. */
public record AnswerOutcome(
        String id,
        Status status,
        MatchId match,
        int round,
        @Schema(nullable = true) GivenAnswer answer,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true)
        ErrorCode code) {

    static AnswerOutcome of(StoredAnswer stored) {
        return new AnswerOutcome(
                stored.given().id(),
                stored.status(),
                stored.given().match(),
                stored.given().round(),
                stored.standing(),
                null);
    }
}
