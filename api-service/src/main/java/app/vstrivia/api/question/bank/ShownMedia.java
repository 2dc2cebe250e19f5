package app.vstrivia.api.question.bank;

import app.vstrivia.api.media.MediaUses;
import app.vstrivia.api.media.PublicCopies;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.model.protocol.ProtocolCodec;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Sees to it that what an approved question shows is where players find it. */
@ApplicationScoped
class ShownMedia {
    private final MediaUses uses;
    private final PublicCopies copies;
    private final StatusStore store;

    ShownMedia(MediaUses uses, PublicCopies copies, StatusStore store) {
        this.uses = uses;
        this.copies = copies;
        this.store = store;
    }

    /** Copies it, which takes a while; the JSON of what players are to see. Fails with {@code MediumNotApproved}. */
    Uni<String> copied(MediaRef media) {
        return copies.make(UUID.fromString(media.reference()), media.caption().alternative())
                .map(ProtocolCodec::encodePart);
    }

    /** Notes it at the question, which is held; fails with {@code MediumNotApproved} if moderation was quicker. */
    Uni<Void> note(Transaction transaction, UUID question, MediaRef media, String shown) {
        return uses.requireApproved(transaction, UUID.fromString(media.reference()))
                .chain(() -> store.show(transaction, question, shown));
    }
}
