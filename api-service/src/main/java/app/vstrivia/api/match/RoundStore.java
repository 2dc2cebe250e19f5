package app.vstrivia.api.match;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.lineup.LineupQuestion;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;

/** The query that deals lineups. */
@ApplicationScoped
class RoundStore {
    /** Copies the questions, so that a later edit does not reach the match. */
    Uni<Void> insert(Transaction transaction, MatchId match, List<LineupQuestion> lineup) {
        Tuple values = Tuple.tuple();
        int round = 0;
        for (LineupQuestion question : lineup) {
            values.addBuffer(match.toBuffer())
                    .addInteger(++round)
                    .addBuffer(UuidV7.toBuffer(question.questionId()))
                    .addInteger(question.version())
                    .addString(question.type().wire())
                    .addString(question.category())
                    .addString(question.difficulty().wire())
                    .addString(question.text())
                    .addString(new JsonArray(question.choices()).encode())
                    .addInteger(question.correct())
                    .addString(question.explanation())
                    .addString(question.source())
                    .addString(question.licence())
                    .addString(json(question.slider()))
                    .addString(json(question.solution().shown()));
        }
        String row = "(" + Values.marks(15) + ")";
        return transaction
                .connection()
                .preparedQuery("INSERT INTO match_round (match_id, round_no, question_id, question_version, type,"
                        + " category, difficulty, text, choices, correct, explanation, source, licence, slider, solution) VALUES "
                        + String.join(", ", Collections.nCopies(lineup.size(), row)))
                .execute(values)
                .replaceWithVoid();
    }

    private static String json(Object part) {
        return part == null ? null : ProtocolCodec.encodePart(part);
    }
}
