package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Given;
import app.vstrivia.model.protocol.MatchSnapshot.Role;
import app.vstrivia.model.protocol.ServerMessage.GivenAnswer;
import app.vstrivia.model.sql.Values;
import app.vstrivia.model.stream.StreamHead;
import app.vstrivia.model.stream.StreamId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads the parts of many readers in a match: one statement, which sees one state. */
final class OwnPartStore {
    private OwnPartStore() {}

    /** The parts of those who have one; {@code readers} is not empty. */
    static Uni<Map<PlayerId, OwnPart>> read(SqlClient client, MatchId match, Collection<PlayerId> readers) {
        Tuple values = Tuple.tuple().addString(StreamId.of(match).toString());
        readers.forEach(reader -> values.addBuffer(reader.toBuffer()));
        values.addBuffer(match.toBuffer());
        return client.preparedQuery("SELECT h.epoch, h.seq, m.host_id, p.player_id, p.status, p.score, p.last_points,"
                        + " p.answer_ms, a.choices, a.elapsed_ms, a.correct, a.given FROM live_match m"
                        + " JOIN stream_head h ON h.stream_id = ?"
                        + " LEFT JOIN match_player p ON p.match_id = m.id AND p.player_id IN ("
                        + Values.marks(readers.size()) + ")"
                        + " LEFT JOIN answer a ON a.match_id = m.id AND a.round_no = m.round_no"
                        + " AND a.player_id = p.player_id WHERE m.id = ?")
                .execute(values)
                .map(rows -> {
                    Map<PlayerId, OwnPart> parts = new HashMap<>();
                    rows.forEach(row -> add(parts, match, row));
                    parts.keySet().retainAll(readers);
                    return parts;
                });
    }

    /** A host who plays is a player, one who does not or no longer is a host. */
    private static void add(Map<PlayerId, OwnPart> parts, MatchId match, Row row) {
        StreamHead head = new StreamHead(StreamId.of(match), row.getLong("epoch"), row.getLong("seq"));
        if ("active".equals(row.getString("status"))) {
            parts.put(PlayerId.of(row.getBuffer("player_id")), player(head, row));
        }
        if (row.getBuffer("host_id") != null) {
            PlayerId host = PlayerId.of(row.getBuffer("host_id"));
            boolean own = row.getBuffer("player_id") != null
                    && PlayerId.of(row.getBuffer("player_id")).equals(host);
            parts.putIfAbsent(host, new OwnPart(head, Role.HOST, null, false, 0, own ? row.getInteger("score") : 0, 0));
        }
    }

    private static OwnPart player(StreamHead head, Row row) {
        Integer choices = row.getInteger("choices");
        Integer correct = row.getInteger("correct");
        return new OwnPart(
                head,
                Role.PLAYER,
                choices == null
                        ? null
                        : GivenAnswer.of(Given.stored(choices, row.getString("given")), row.getInteger("elapsed_ms")),
                correct != null && correct == 1,
                row.getInteger("last_points"),
                row.getInteger("score"),
                row.getLong("answer_ms"));
    }
}
