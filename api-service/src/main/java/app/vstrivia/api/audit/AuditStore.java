package app.vstrivia.api.audit;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The queries on {@code audit_event}: rows are added and read, nothing else. */
@ApplicationScoped
class AuditStore {
    private static final String INSERT =
            "INSERT INTO audit_event (action, actor, subject, address, request_id, details) VALUES ";
    private static final String SELECT =
            "SELECT id, at, action, actor, subject, address, request_id, details FROM audit_event WHERE 1 = 1";
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Pool pool;
    private final ObjectMapper json;

    AuditStore(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** In a statement of its own; {@code entries} is not empty. */
    Uni<Void> add(List<AuditEntry> entries) {
        return add(pool, entries);
    }

    Uni<Void> add(SqlClient client, List<AuditEntry> entries) {
        Tuple values = Tuple.tuple();
        entries.forEach(entry -> {
            Values.add(values, entry.action().wire());
            Values.add(values, entry.actor());
            Values.add(values, entry.subject());
            Values.add(values, entry.origin().address());
            Values.add(values, entry.origin().requestId());
            Values.add(values, entry.details().isEmpty() ? null : text(entry.details()));
        });
        return client.preparedQuery(INSERT + Values.rows("(?, ?, ?, ?, ?, ?)", entries.size()))
                .execute(values)
                .replaceWithVoid();
    }

    /** The newest first; one more than asked for if there are more. */
    Uni<List<AuditEvent>> find(AuditQuery query) {
        StringBuilder sql = new StringBuilder(SELECT);
        Tuple values = Tuple.tuple();
        narrow(sql, values, " AND actor = ?", query.actor());
        narrow(sql, values, " AND subject = ?", query.subject());
        narrow(
                sql,
                values,
                " AND action = ?",
                query.action() == null ? null : query.action().wire());
        narrow(sql, values, " AND at >= ?", query.from());
        narrow(sql, values, " AND at < ?", query.to());
        if (query.after() != null) {
            narrow(sql, values, " AND at <= ?", query.after().at());
            narrow(sql, values, " AND (at < ?", query.after().at());
            narrow(sql, values, " OR id < ?)", query.after().id());
        }
        return pool.preparedQuery(sql + " ORDER BY at DESC, id DESC LIMIT ?")
                .execute(Values.add(values, query.limit() + 1))
                .map(rows -> rows.stream().map(this::event).toList());
    }

    private static void narrow(StringBuilder sql, Tuple values, String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            Values.add(values, value);
        }
    }

    private AuditEvent event(Row row) {
        Buffer actor = row.getBuffer("actor");
        return new AuditEvent(
                row.getLong("id"),
                row.getLocalDateTime("at").toInstant(ZoneOffset.UTC),
                row.getString("action"),
                actor == null ? null : PlayerId.of(actor),
                row.getString("subject"),
                row.getString("address"),
                row.getString("request_id"),
                texts(row.getString("details")));
    }

    private String text(Map<String, String> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts by name are always JSON", e);
        }
    }

    private Map<String, String> texts(String details) {
        try {
            return details == null ? Map.of() : json.readValue(details, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("details of an audit event are not JSON", e);
        }
    }
}
