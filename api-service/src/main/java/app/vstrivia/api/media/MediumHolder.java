package app.vstrivia.api.media;

import app.vstrivia.api.platform.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Whoever shows media, held (see {@link MediaUses}) or not, and must stop when moderation says so. */
public interface MediumHolder {
    /**
     * Moderation refuses the medium. It is locked, so that nothing else may be locked here: what is to be done is a job, added
     * to the transaction.
     */
    Uni<Void> refused(Transaction transaction, UUID medium);
}
