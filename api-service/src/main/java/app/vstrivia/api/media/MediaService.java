package app.vstrivia.api.media;

import app.vstrivia.api.job.Jobs;
import app.vstrivia.api.moderation.ReviewService;
import app.vstrivia.api.platform.paging.Cursor;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.MediaEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Shows media, and takes them away. */
@ApplicationScoped
public class MediaService {
    /** How long a video may take to come. */
    public static final Duration UPLOAD_TIME = Duration.ofHours(1);

    /** How long it can be read of a medium that it is gone. */
    private static final Duration LAST_WORD = Duration.ofMinutes(10);

    private static final int ERASED_AT_ONCE = 50;

    private final MediaStore media;
    private final MediumFileStore files;
    private final PrivateFiles bucket;
    private final Transactions transactions;
    private final Jobs jobs;
    private final ReviewService reviews;
    private final MediumHolders holders;

    MediaService(
            MediaStore media,
            MediumFileStore files,
            PrivateFiles bucket,
            Transactions transactions,
            Jobs jobs,
            ReviewService reviews,
            MediumHolders holders) {
        this.media = media;
        this.files = files;
        this.bucket = bucket;
        this.transactions = transactions;
        this.jobs = jobs;
        this.reviews = reviews;
        this.holders = holders;
    }

    /** An owner's, the newest first, without their files. {@code before} is null for the beginning. */
    public Uni<Page<MediumView>> list(PlayerId owner, UUID before, int limit) {
        return media.list(owner, before, limit)
                .map(found -> Page.of(found, limit, last -> Cursor.of(last.id().toString())))
                .map(page -> new Page<>(
                        page.items().stream().map(MediaService::withoutFiles).toList(), page.next()));
    }

    /** As it is while nothing can be shown of it. */
    public static MediumView withoutFiles(Medium medium) {
        return MediumView.of(medium, List.of());
    }

    /** With links to its files, unless moderation refused it. Fails with {@link MediumNotFound} if it is not for {@code who}. */
    public Uni<MediumView> view(UUID id, PlayerId who) {
        return media.get(id)
                .map(found -> found.filter(medium -> medium.isFor(who)).orElseThrow(MediumNotFound::new))
                .chain(medium -> medium.isRefusedByModeration()
                        ? Uni.createFrom().item(withoutFiles(medium))
                        : files.of(id)
                                .chain(shown -> bucket.signing(() -> links(id, shown)))
                                .map(links -> MediumView.of(medium, links)));
    }

    private List<MediumFile> links(UUID id, List<StoredFile> shown) {
        return shown.stream()
                .map(file -> MediumFile.of(file, bucket.viewLink(ObjectKeys.shown(id, file.name()), file.type())))
                .toList();
    }

    /**
     * The owner has it no more. Fails with {@link MediumNotFound} if the owner has no such medium, or with {@link MediumInUse}.
     * While a published version shows it, it stays for moderation alone.
     */
    public Uni<Void> delete(UUID id, PlayerId owner) {
        return transactions.run(transaction -> media.lock(transaction, id)
                .map(found ->
                        found.filter(medium -> medium.owner().equals(owner)).orElseThrow(MediumNotFound::new))
                .chain(medium -> MediumUseStore.any(transaction, id).chain(used -> {
                    if (used) {
                        throw new MediumInUse();
                    }
                    return letGo(transaction, medium);
                })));
    }

    /** If it is in that status still, and nobody holds it: what a question is about stays, whatever became of it. */
    Uni<Boolean> remove(UUID id, MediumStatus status) {
        return transactions.run(transaction -> media.lock(transaction, id)
                .map(found -> found.filter(medium -> medium.status() == status))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : MediumUseStore.any(transaction, id)
                                .chain(used -> used
                                        ? Uni.createFrom().item(false)
                                        : remove(transaction, found.get()).replaceWith(true))));
    }

    /** If moderation refuses it still. */
    Uni<Boolean> removeRefused(UUID id) {
        return transactions.run(transaction -> media.lock(transaction, id)
                .map(found -> found.filter(Medium::isRefusedByModeration))
                .chain(found -> found.isPresent()
                        ? remove(transaction, found.get()).replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    /** Takes from a player who is being erased some of what the player has; whether there may be more. What others show stays. */
    public Uni<Boolean> erase(PlayerId player) {
        return media.of(player, ERASED_AT_ONCE).chain(some -> Multi.createFrom()
                .iterable(some)
                .onItem()
                .transformToUniAndConcatenate(id -> part(id, player))
                .collect()
                .last()
                .replaceWith(some.size() == ERASED_AT_ONCE));
    }

    private Uni<Void> part(UUID id, PlayerId owner) {
        return transactions.run(transaction -> media.lock(transaction, id)
                .map(found -> found.filter(medium -> medium.owner().equals(owner)))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : MediumUseStore.any(transaction, id)
                                .chain(used -> used
                                        ? media.disown(transaction, id, Medium.NOBODY)
                                        : letGo(transaction, found.get()))));
    }

    /** If it is no player's still, and nobody holds it: it goes, unless somebody shows it to everybody. */
    Uni<Boolean> sweep(UUID id) {
        return transactions.run(transaction -> media.lock(transaction, id)
                .map(found -> found.filter(Medium::isNobodys))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : MediumUseStore.any(transaction, id)
                                .chain(used -> used
                                        ? Uni.createFrom().item(false)
                                        : letGo(transaction, found.get()).replaceWith(true))));
    }

    /** Of those that were deleted and shown nevertheless, which nobody shows any more. */
    Uni<List<UUID>> unshown(List<UUID> released) {
        return transactions
                .run(transaction -> holders.showing(transaction, released))
                .map(shown ->
                        released.stream().filter(id -> !shown.contains(id)).toList());
    }

    /**
     * It goes; what everybody is shown, and moderation does not refuse, stays until that has an end, for moderation alone. It is
     * locked, and nobody holds it.
     */
    private Uni<Void> letGo(Transaction transaction, Medium medium) {
        if (!medium.isApproved()) {
            return remove(transaction, medium);
        }
        return holders.showing(transaction, List.of(medium.id()))
                .chain(shown -> shown.isEmpty()
                        ? remove(transaction, medium)
                        : tellRemoved(transaction, medium)
                                .chain(() -> media.disown(transaction, medium.id(), Medium.RELEASED)));
    }

    /** The last that its owner hears of it. */
    private Uni<Void> tellRemoved(Transaction transaction, Medium medium) {
        return MediaStreams.tell(transaction, medium, new MediaEvent.MediaRemoved())
                .chain(() -> jobs.add(transaction, RemovalJob.KIND, RemovalJob.streamOf(medium.id()), LAST_WORD));
    }

    /** The files follow soon, and later what may still come: by a link for an upload, or of one that was going on. */
    private Uni<Void> remove(Transaction transaction, Medium medium) {
        UUID id = medium.id();
        return tellRemoved(transaction, medium)
                .chain(() -> media.remove(transaction, id))
                .chain(() -> MediumUseStore.removeOf(transaction, id))
                .chain(() -> reviews.close(transaction, id))
                .chain(() -> jobs.add(transaction, RemovalJob.KIND, id.toString(), Duration.ZERO))
                .chain(() -> jobs.add(transaction, RemovalJob.KIND, RemovalJob.originalOf(id), UPLOAD_TIME));
    }
}
