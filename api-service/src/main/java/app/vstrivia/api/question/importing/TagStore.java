package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The queries that tag questions. */
final class TagStore {
    private static final int ROWS = 100;

    private TagStore() {}

    static Uni<Void> add(SqlConnection transaction, Map<UUID, NewQuestion> questions) {
        List<Object> cells = new ArrayList<>();
        questions.forEach((id, question) -> question.tags().forEach(tag -> cells.addAll(List.of(id, tag))));
        Uni<Void> done = Uni.createFrom().voidItem();
        for (int from = 0; from < cells.size(); from += 2 * ROWS) {
            List<Object> some = cells.subList(from, Math.min(cells.size(), from + 2 * ROWS));
            String sql = "INSERT INTO question_tag (question_id, tag) VALUES " + Values.rows("(?,?)", some.size() / 2);
            done = done.chain(() -> transaction
                    .preparedQuery(sql)
                    .execute(Values.of(some.toArray()))
                    .replaceWithVoid());
        }
        return done;
    }
}
