package app.vstrivia.api.media;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.moderation.Decision;
import app.vstrivia.api.moderation.OwnThing;
import app.vstrivia.api.moderation.ReviewStatus;
import app.vstrivia.api.moderation.Reviewed;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.api.platform.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What moderators decide on media of a kind. */
abstract class MediumReviews implements Reviewed {
    private final MediumKind kind;
    private final MediaStore media;
    private final MediumFileStore files;
    private final PrivateFiles bucket;
    private final MediumNews news;
    private final MediumHolders holders;

    MediumReviews(
            MediumKind kind,
            MediaStore media,
            MediumFileStore files,
            PrivateFiles bucket,
            MediumNews news,
            MediumHolders holders) {
        this.kind = kind;
        this.media = media;
        this.files = files;
        this.bucket = bucket;
        this.news = news;
        this.holders = holders;
    }

    @Override
    public String kind() {
        return kind.wire();
    }

    @Override
    public Uni<Boolean> decided(Transaction transaction, UUID thing, Decision decision, String reason, Actor by) {
        return media.lock(transaction, thing)
                .invoke(found -> {
                    if (found.isPresent() && found.get().owner().equals(by.player())) {
                        throw new OwnThing();
                    }
                })
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : media.review(transaction, thing, decision.wire())
                                .chain(() -> decision == Decision.REFUSED
                                        ? holders.refused(transaction, thing)
                                        : Uni.createFrom().voidItem())
                                .chain(() ->
                                        news.reviewed(transaction, found.get(), ReviewStatus.valueOf(decision.name())))
                                .replaceWith(true));
    }

    @Override
    public Uni<Map<UUID, URI>> previews(List<UUID> things) {
        return files.largest(things)
                .chain(largest -> bucket.signing(() -> {
                    Map<UUID, URI> previews = new HashMap<>();
                    largest.forEach((id, file) -> previews.put(
                            id,
                            bucket.viewLink(ObjectKeys.shown(id, file.name()), file.type())
                                    .url()));
                    return previews;
                }));
    }
}
