package app.vstrivia.api.room;

import app.vstrivia.api.match.PlayedQuiz;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A room as its host gets it.
 *
 * @param quiz the version that it is going to play; absent where questions are drawn
 */
public record RoomView(
        MatchId matchId,
        String pin,
        PlayerId hostId,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true)
        PlayedQuiz quiz) {}
