package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.model.id.UuidV7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The queries that tag questions. */
final class TagStore {
    private static final int ROWS = 100;

    private TagStore() {}

    static Uni<Void> add(SqlConnection transaction, Map<UUID, NewQuestion> questions) {
        List<Tuple> rows = new ArrayList<>();
        questions.forEach(
                (id, question) -> question.tags().forEach(tag -> rows.add(Tuple.of(UuidV7.toBuffer(id), tag))));
        Uni<Void> done = Uni.createFrom().voidItem();
        for (int from = 0; from < rows.size(); from += ROWS) {
            List<Tuple> some = rows.subList(from, Math.min(rows.size(), from + ROWS));
            Tuple values = Tuple.tuple();
            some.forEach(row -> values.addValue(row.getValue(0)).addString(row.getString(1)));
            String sql = "INSERT INTO question_tag (question_id, tag) VALUES "
                    + String.join(",", Collections.nCopies(some.size(), "(?,?)"));
            done = done.chain(
                    () -> transaction.preparedQuery(sql).execute(values).replaceWithVoid());
        }
        return done;
    }
}
