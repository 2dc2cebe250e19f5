package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/** Writes which sessions players have. */
final class PresenceStore {
    private PresenceStore() {}

    /** @param rows not empty, in the order of the key */
    static Uni<Void> arrive(SqlClient client, List<Speaker> rows) {
        Tuple values = Tuple.tuple();
        rows.forEach(row -> values.addBuffer(row.match().toBuffer())
                .addBuffer(row.player().toBuffer())
                .addBuffer(UuidV7.toBuffer(row.session())));
        return client.preparedQuery("INSERT INTO match_presence (match_id, player_id, session) VALUES "
                        + Values.rows("(?, ?, ?)", rows.size())
                        + " ON DUPLICATE KEY UPDATE session = VALUES(session)")
                .execute(values)
                .replaceWithVoid();
    }

    /** Takes sessions out of a match; a session speaks for one player only. */
    static Uni<Void> leave(SqlClient client, MatchId match, List<Speaker> rows) {
        Tuple values = Tuple.tuple().addBuffer(match.toBuffer());
        rows.forEach(row -> values.addBuffer(row.player().toBuffer()));
        rows.forEach(row -> values.addBuffer(UuidV7.toBuffer(row.session())));
        String marks = Values.marks(rows.size());
        return client.preparedQuery("DELETE FROM match_presence WHERE match_id = ? AND player_id IN (" + marks
                        + ") AND session IN (" + marks + ")")
                .execute(values)
                .replaceWithVoid();
    }

    /** A session of a player in a match. */
    record Speaker(MatchId match, PlayerId player, UUID session) {}
}
