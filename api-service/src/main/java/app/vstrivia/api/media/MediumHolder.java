package app.vstrivia.api.media;

import app.vstrivia.api.platform.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Whoever shows media, held (see {@link MediaUses}) or not, and must stop when moderation says so. */
public interface MediumHolder {
    /**
     * Moderation refuses the medium. It is locked, so that nothing else may be locked here: what is to be done is a job, added
     * to the transaction.
     */
    Uni<Void> refused(Transaction transaction, UUID medium);

    /**
     * Those of {@code media} that it shows to everybody without holding them: as long as it does, moderation must be able to refuse
     * them, whatever their owners do. It locks nothing.
     */
    Uni<Set<UUID>> showing(Transaction transaction, Collection<UUID> media);
}
