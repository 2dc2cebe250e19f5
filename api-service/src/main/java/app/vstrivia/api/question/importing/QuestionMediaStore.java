package app.vstrivia.api.question.importing;

import app.vstrivia.api.media.MediaUses;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The queries that give questions their pictures and videos. */
@ApplicationScoped
class QuestionMediaStore {
    private final MediaUses uses;

    QuestionMediaStore(MediaUses uses) {
        this.uses = uses;
    }

    /** Says of new questions what they say of their media, and holds these. */
    Uni<Void> add(Transaction transaction, Map<UUID, NewQuestion> questions) {
        Map<UUID, UUID> mediumOfQuestion = new LinkedHashMap<>();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Map.Entry<UUID, NewQuestion> question : questions.entrySet()) {
            MediaRef media = question.getValue().media();
            if (media != null) {
                mediumOfQuestion.put(question.getKey(), UUID.fromString(media.reference()));
                done = done.chain(() -> say(transaction, question.getKey(), media));
            }
        }
        return mediumOfQuestion.isEmpty() ? done : done.chain(() -> uses.hold(transaction, mediumOfQuestion));
    }

    private static Uni<Void> say(Transaction transaction, UUID question, MediaRef media) {
        return transaction
                .connection()
                .preparedQuery("UPDATE question SET media_content = ?, media_alternative = ?, media_licence = ?,"
                        + " media_attribution = ? WHERE id = ?")
                .execute(Values.of(
                        Buffer.buffer(HexFormat.of().parseHex(media.content())),
                        media.caption().alternative(),
                        media.caption().licence(),
                        media.caption().attribution(),
                        question))
                .replaceWithVoid();
    }
}
