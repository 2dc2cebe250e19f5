package app.vstrivia.api.match;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.MatchPhase;
import app.vstrivia.model.match.Offer;
import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.protocol.NumberScale;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The query that tells how things stand for an answer. */
@ApplicationScoped
class AnswerStore {
    private final Pool pool;

    AnswerStore(Pool pool) {
        this.pool = pool;
    }

    /** Null if there is no such match. */
    Uni<AnswerSituation> situation(MatchId match, int round, PlayerId player) {
        return pool.preparedQuery("SELECT m.phase, m.round_no, m.round_opened_at, m.round_closes_at, NOW(6) AS moment,"
                        + " m.host_id, p.status, r.type, r.choices, r.slider"
                        + " FROM live_match m"
                        + " LEFT JOIN match_player p ON p.match_id = m.id AND p.player_id = ?"
                        + " LEFT JOIN match_round r ON r.match_id = m.id AND r.round_no = ?"
                        + " WHERE m.id = ?")
                .execute(Values.of(player, round, match))
                .map(rows -> rows.size() == 0
                        ? null
                        : situation(player, rows.iterator().next()));
    }

    private static AnswerSituation situation(PlayerId player, Row row) {
        String status = row.getString("status");
        String type = row.getString("type");
        return new AnswerSituation(
                status == null ? null : PlayerStatus.of(status),
                row.getBuffer("host_id") != null
                        && PlayerId.of(row.getBuffer("host_id")).equals(player),
                MatchPhase.of(row.getString("phase")),
                row.getInteger("round_no"),
                millis(row, "round_opened_at"),
                millis(row, "round_closes_at"),
                millis(row, "moment"),
                type == null
                        ? null
                        : Offer.of(
                                QuestionType.of(type),
                                new JsonArray(row.getString("choices")).size(),
                                ProtocolCodec.decodePart(row.getString("slider"), NumberScale.class)));
    }

    private static Long millis(Row row, String column) {
        LocalDateTime moment = row.getLocalDateTime(column);
        return moment == null ? null : moment.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
