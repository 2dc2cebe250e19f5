package app.vstrivia.api.media;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What others show of media: a medium that a question, say, is about stays when its owner deletes it or leaves. What
 * moderation refuses goes nevertheless; whoever showed it is told (see {@link MediumHolder}).
 */
@ApplicationScoped
public class MediaUses {
    private final MediaStore media;

    MediaUses(MediaStore media) {
        this.media = media;
    }

    /** From now on, each medium is shown by whom it belongs to here. Fails with {@link MediumNotFound} if one is not there. */
    public Uni<Void> hold(Transaction transaction, Map<UUID, UUID> mediumOfUser) {
        Uni<Void> locked = Uni.createFrom().voidItem();
        for (UUID id : new TreeSet<>(mediumOfUser.values())) {
            locked = locked.chain(
                    () -> media.lock(transaction, id).invoke(MediaUses::require).replaceWithVoid());
        }
        return locked.chain(() -> MediumUseStore.add(transaction, mediumOfUser));
    }

    private static void require(Optional<Medium> found) {
        if (found.filter(medium -> !medium.isReleased()).isEmpty()) {
            throw new MediumNotFound();
        }
    }

    /**
     * Whoever it is shows another medium from now on. Fails with {@link MediumNotFound} if that is not there. What was shown before
     * and is no player's goes a day later, unless somebody else shows it.
     *
     * @param before null if none was shown; it may be gone
     * @param after null if none is shown any more
     */
    public Uni<Void> replace(Transaction transaction, UUID user, UUID before, UUID after) {
        Uni<Void> locked = Uni.createFrom().voidItem();
        for (UUID id :
                new TreeSet<>(Stream.of(before, after).filter(Objects::nonNull).collect(Collectors.toSet()))) {
            locked = locked.chain(() -> media.lock(transaction, id)
                    .invoke(found -> {
                        if (id.equals(after)) {
                            require(found);
                        }
                    })
                    .replaceWithVoid());
        }
        return locked.chain(() -> MediumUseStore.remove(transaction, user))
                .chain(() -> before == null ? Uni.createFrom().voidItem() : media.touch(transaction, before))
                .chain(() -> after == null
                        ? Uni.createFrom().voidItem()
                        : MediumUseStore.add(transaction, Map.of(user, after)));
    }

    /**
     * A medium of that kind that somebody may have shown: the own ones, unless they are refused as none that we take, and
     * what everybody may see.
     *
     * @param who null for nobody in particular
     */
    public Uni<Optional<OwnedMedium>> findFor(PlayerId who, UUID id, MediumKind kind) {
        return media.showable(who, id, kind);
    }

    /** The owner's medium of that kind, if there is one that is not refused as none that we take. */
    public Uni<Optional<OwnedMedium>> find(PlayerId owner, UUID id, MediumKind kind) {
        return media.owned(owner, id, kind);
    }

    /** Locks the medium and fails with {@link MediumNotApproved} unless everybody may see it: it is there, ready and approved. */
    public Uni<Void> requireApproved(Transaction transaction, UUID id) {
        return media.lock(transaction, id)
                .invoke(found -> {
                    if (found.filter(Medium::isForAll).isEmpty()) {
                        throw new MediumNotApproved();
                    }
                })
                .replaceWithVoid();
    }
}
