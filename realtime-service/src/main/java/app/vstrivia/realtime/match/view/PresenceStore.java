package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.UUID;

/** Writes which session speaks for a player. */
final class PresenceStore {
    private PresenceStore() {}

    static Uni<Void> arrive(Pool pool, MatchId match, PlayerId player, UUID session) {
        return pool.preparedQuery("UPDATE match_player SET session = ? WHERE match_id = ? AND player_id = ?"
                        + " AND status = 'active'")
                .execute(Values.of(UuidV7.toBuffer(session), match.toBuffer(), player.toBuffer()))
                .replaceWithVoid();
    }

    static Uni<Void> leave(Pool pool, MatchId match, PlayerId player, UUID session) {
        return pool.preparedQuery("UPDATE match_player SET session = NULL WHERE match_id = ? AND player_id = ?"
                        + " AND session = ?")
                .execute(Values.of(match.toBuffer(), player.toBuffer(), UuidV7.toBuffer(session)))
                .replaceWithVoid();
    }
}
