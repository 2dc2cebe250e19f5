package app.vstrivia.api.media;

import app.vstrivia.api.identity.Accounts;
import app.vstrivia.api.job.Jobs;
import app.vstrivia.api.moderation.Opinion;
import app.vstrivia.api.moderation.ReviewService;
import app.vstrivia.api.platform.observe.ApiMetric;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How media come and what becomes of them, one step after the other; each can be repeated. */
@ApplicationScoped
public class Library {
    private final MediaStore media;
    private final MediumFileStore files;
    private final MediaConfig config;
    private final Transactions transactions;
    private final Jobs jobs;
    private final ReviewService reviews;
    private final MediumNews news;
    private final MeterRegistry metrics;

    Library(
            MediaStore media,
            MediumFileStore files,
            MediaConfig config,
            Transactions transactions,
            Jobs jobs,
            ReviewService reviews,
            MediumNews news,
            MeterRegistry metrics) {
        this.media = media;
        this.files = files;
        this.config = config;
        this.transactions = transactions;
        this.jobs = jobs;
        this.reviews = reviews;
        this.news = news;
        this.metrics = metrics;
    }

    /**
     * A place for what somebody is about to bring; for content that the owner has, the one that has it. Fails with {@link
     * TooManyMedia}, or if there is no such player.
     */
    public Uni<Medium> begin(PlayerId owner, NewMedium medium) {
        return transactions.run(transaction -> Accounts.lock(transaction, owner)
                .chain(() -> medium.sha256() == null
                        ? Uni.createFrom().item(Optional.<Medium>empty())
                        : media.withContent(transaction, owner, medium.sha256()))
                .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : add(transaction, owner, medium))
                .map(Optional::orElseThrow));
    }

    private Uni<Optional<Medium>> add(Transaction transaction, PlayerId owner, NewMedium medium) {
        UUID id = UuidV7.next();
        return media.holdings(transaction, owner)
                .invoke(held -> {
                    if (held.count() >= config.mostOfOwner() || held.bytes() + medium.bytes() > config.bytesOfOwner()) {
                        throw new TooManyMedia();
                    }
                })
                .chain(() -> media.add(transaction, id, owner, medium))
                .chain(() -> MediaStreams.open(transaction, id, owner))
                .chain(() -> media.lock(transaction, id));
    }

    /**
     * The file is there, and {@code job} is to work on it. If that was known, and the work is done, what came again goes: two
     * may bring the same file at the same time.
     *
     * @return the medium as it is now; fails with {@link MediumNotFound}
     */
    public Uni<Medium> arrived(UUID id, String job) {
        return transactions.run(transaction -> media.move(transaction, id, MediumStatus.AWAITING, MediumStatus.UPLOADED)
                .call(moved -> moved
                        ? jobs.add(transaction, job, id.toString(), Duration.ZERO)
                        : Uni.createFrom().voidItem())
                .chain(moved -> media.lock(transaction, id)
                        .map(found -> found.orElseThrow(MediumNotFound::new))
                        .call(medium -> moved
                                ? news.arrived(transaction, medium)
                                : Uni.createFrom().voidItem()))
                .call(medium -> medium.isDone()
                        ? jobs.add(transaction, RemovalJob.KIND, RemovalJob.originalOf(id), Duration.ZERO)
                        : Uni.createFrom().voidItem()));
    }

    /** One of the owner's. Fails with {@link MediumNotFound}. */
    public Uni<Medium> of(PlayerId owner, UUID id) {
        return media.get(id).map(found -> found.filter(medium -> medium.owner().equals(owner))
                .orElseThrow(MediumNotFound::new));
    }

    /** The medium, for work on it: {@code processing} if that is to be done or to be done again. Empty if it is gone. */
    public Uni<Optional<Medium>> take(UUID id) {
        return transactions.run(
                transaction -> media.move(transaction, id, MediumStatus.UPLOADED, MediumStatus.PROCESSING)
                        .chain(() -> media.lock(transaction, id)));
    }

    /** What is shown is there. Nothing happens if the medium is gone, or was ready before. */
    public Uni<Void> ready(UUID id, MediumKind kind, Look look, List<StoredFile> shown, Opinion opinion) {
        return transactions
                .run(transaction -> media.ready(
                                transaction, id, look, opinion.status().wire())
                        .call(ready -> ready
                                ? files.add(transaction, id, shown)
                                        .chain(() -> reviews.open(transaction, kind.wire(), id, opinion))
                                        .chain(() -> media.lock(transaction, id))
                                        .chain(found -> news.ready(transaction, found.orElseThrow(), opinion.status()))
                                : Uni.createFrom().voidItem()))
                .invoke(ready -> count(ready, kind, "ready"))
                .replaceWithVoid();
    }

    /** It is nothing that we take. */
    public Uni<Void> refuse(UUID id, MediumKind kind, Unfitness reason) {
        return transactions
                .run(transaction -> media.refuse(transaction, id, reason)
                        .call(refused -> refused
                                ? media.lock(transaction, id)
                                        .chain(found -> news.refused(transaction, found.orElseThrow()))
                                : Uni.createFrom().voidItem()))
                .invoke(refused -> count(refused, kind, reason.wire()))
                .replaceWithVoid();
    }

    private void count(boolean happened, MediumKind kind, String outcome) {
        if (happened) {
            ApiMetric.MEDIA.counter(metrics, kind.wire(), outcome).increment();
        }
    }

    /** Whoever may have the link for an upload has it no longer: what came by it later goes. */
    public Uni<Void> sweepLater(UUID id, Duration delay) {
        return transactions.run(
                transaction -> jobs.add(transaction, RemovalJob.KIND, RemovalJob.originalOf(id), delay));
    }
}
