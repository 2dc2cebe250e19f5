package app.vstrivia.api.media;

import app.vstrivia.api.platform.transaction.Transaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** All who show media. */
@ApplicationScoped
class MediumHolders {
    private final Instance<MediumHolder> holders;

    MediumHolders(Instance<MediumHolder> holders) {
        this.holders = holders;
    }

    /** Moderation refuses the medium, which is locked. */
    Uni<Void> refused(Transaction transaction, UUID medium) {
        return Multi.createFrom()
                .iterable(holders)
                .onItem()
                .transformToUniAndConcatenate(holder -> holder.refused(transaction, medium))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Those of {@code media} that somebody shows to everybody without holding them. */
    Uni<Set<UUID>> showing(Transaction transaction, Collection<UUID> media) {
        return Multi.createFrom()
                .iterable(holders)
                .onItem()
                .transformToUniAndConcatenate(holder -> holder.showing(transaction, media))
                .collect()
                .in(HashSet::new, Set::addAll);
    }
}
