package app.vstrivia.api.media;

import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.job.RecurringJob;
import app.vstrivia.api.moderation.ReviewService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes away what was begun and never finished, after a while what was refused, and what no player has and nobody shows. */
@ApplicationScoped
class SweepJob implements RecurringJob {
    /** Longer than any upload may take. */
    static final Duration UNFINISHED = MediaService.UPLOAD_TIME.plus(Duration.ofHours(1));

    /** What nobody could finish, however often a job tried. */
    static final Duration STUCK = Duration.ofDays(7);

    static final Duration REFUSED = Duration.ofDays(7);

    /** Of moderation: a decision may be changed as long. */
    static final Duration UNFIT_FOR_OTHERS = Duration.ofDays(30);

    /** What no player has: a match that began before shows it to its end. */
    static final Duration OF_NOBODY = Duration.ofDays(1);

    private static final UUID FIRST = new UUID(0, 0);

    private static final int AT_ONCE = 100;

    /** Others have reviews, too, and sweep their own. */
    private static final Set<String> KINDS =
            Arrays.stream(MediumKind.values()).map(MediumKind::wire).collect(Collectors.toUnmodifiableSet());

    private final MediaStore store;
    private final MediaService media;
    private final ReviewService reviews;

    SweepJob(MediaStore store, MediaService media, ReviewService reviews) {
        this.reviews = reviews;
        this.store = store;
        this.media = media;
    }

    @Override
    public String kind() {
        return "media-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Outcome run(String thing) {
        boolean more = sweep(MediumStatus.AWAITING, UNFINISHED)
                | sweep(MediumStatus.UPLOADED, STUCK)
                | sweep(MediumStatus.PROCESSING, STUCK)
                | sweep(MediumStatus.REFUSED, REFUSED)
                | sweepRefusedByModeration()
                | sweepOfNobody();
        sweepReleased();
        return more ? Outcome.again(Duration.ofSeconds(1)) : Outcome.done();
    }

    /** Whether there may be more. */
    private boolean sweep(MediumStatus status, Duration age) {
        List<UUID> old = store.since(status, age, AT_ONCE).await().indefinitely();
        old.forEach(id -> media.remove(id, status).await().indefinitely());
        return old.size() == AT_ONCE;
    }

    private boolean sweepOfNobody() {
        List<UUID> idle =
                store.idle(Medium.NOBODY, FIRST, OF_NOBODY, AT_ONCE).await().indefinitely();
        idle.forEach(id -> media.sweep(id).await().indefinitely());
        return idle.size() == AT_ONCE;
    }

    /** Most of them are shown still. */
    private void sweepReleased() {
        List<UUID> some = List.of(FIRST);
        do {
            some = store.idle(Medium.RELEASED, some.get(some.size() - 1), OF_NOBODY, AT_ONCE)
                    .await()
                    .indefinitely();
            if (!some.isEmpty()) {
                media.unshown(some).await().indefinitely().forEach(id -> media.sweep(id)
                        .await()
                        .indefinitely());
            }
        } while (some.size() == AT_ONCE);
    }

    private boolean sweepRefusedByModeration() {
        List<UUID> old =
                reviews.refused(KINDS, UNFIT_FOR_OTHERS, AT_ONCE).await().indefinitely();
        old.forEach(id -> media.removeRefused(id).await().indefinitely());
        return old.size() == AT_ONCE;
    }
}
