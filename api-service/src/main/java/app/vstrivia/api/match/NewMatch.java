package app.vstrivia.api.match;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.MatchKind;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A match that is being created; {@code host} and {@code pin} are null in a duel. */
record NewMatch(MatchId id, MatchKind kind, RoomPlan plan, PlayerId host, String pin, String nonce) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static NewMatch duel(Settings settings) {
        return new NewMatch(MatchId.next(), MatchKind.DUEL, RoomPlan.of(settings), null, null, randomNonce());
    }

    static NewMatch room(RoomPlan plan, PlayerId host, String pin) {
        return new NewMatch(MatchId.next(), MatchKind.ROOM, plan, host, pin, randomNonce());
    }

    private static String randomNonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
