package app.vstrivia.api.question.bank;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.Fingerprint;
import app.vstrivia.api.question.MediaCaption;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import java.util.HexFormat;
import java.util.UUID;

/** The queries that change what a question is about. */
final class QuestionMediaStore {
    /** Keeps the same question from being there twice. */
    static final String SAME = "question_fingerprint";

    private QuestionMediaStore() {}

    /**
     * The question is held; what players were shown of it before is forgotten. What it was is remembered: who imports that again
     * adds nothing.
     */
    static Uni<Void> change(Transaction transaction, UUID question, MediaRef media, Fingerprint fingerprint) {
        MediaCaption caption = media == null ? MediaCaption.NONE : media.caption();
        return FormerStore.remember(transaction, question, fingerprint)
                .chain(() -> transaction
                        .connection()
                        .preparedQuery(
                                "UPDATE question SET media_kind = ?, media_ref = ?, media_content = ?, media_alternative = ?,"
                                        + " media_licence = ?, media_attribution = ?, fingerprint = ?, shown = NULL,"
                                        + " version = version + 1 WHERE id = ?")
                        .execute(Values.of(
                                media == null ? null : media.kind().wire(),
                                media == null ? null : media.reference(),
                                media == null
                                        ? null
                                        : Buffer.buffer(HexFormat.of().parseHex(media.content())),
                                caption.alternative(),
                                caption.licence(),
                                caption.attribution(),
                                Buffer.buffer(fingerprint.bytes()),
                                question)))
                .replaceWithVoid();
    }
}
