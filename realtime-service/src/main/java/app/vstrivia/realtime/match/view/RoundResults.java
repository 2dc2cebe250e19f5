package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.ServerMessage.Result;
import java.util.Map;
import java.util.Optional;

/**
 * What the last revealed round brought to each player, for those who come back and have missed it.
 *
 * @param seq of the reveal in the match's stream
 */
record RoundResults(int round, long seq, Map<PlayerId, Result> results) {
    Optional<Result> of(PlayerId player) {
        return Optional.ofNullable(results.get(player));
    }
}
