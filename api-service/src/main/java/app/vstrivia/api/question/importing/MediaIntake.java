package app.vstrivia.api.question.importing;

import app.vstrivia.api.media.MediaUses;
import app.vstrivia.api.media.MediumKind;
import app.vstrivia.api.media.MediumStatus;
import app.vstrivia.api.media.MediumView;
import app.vstrivia.api.media.OwnedMedium;
import app.vstrivia.api.media.UnfitMedium;
import app.vstrivia.api.media.fetch.PublicFetch;
import app.vstrivia.api.media.picture.PictureService;
import app.vstrivia.api.media.video.VideoService;
import app.vstrivia.api.platform.ratelimit.RateLimit;
import app.vstrivia.api.platform.ratelimit.RateLimits;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.model.id.PlayerId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Brings the pictures and videos of files to those who import them. All methods wait. */
@ApplicationScoped
class MediaIntake {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PictureService pictures;
    private final VideoService videos;
    private final MediaUses uses;
    private final PublicFetch web;
    private final RateLimits limits;

    MediaIntake(PictureService pictures, VideoService videos, MediaUses uses, PublicFetch web, RateLimits limits) {
        this.pictures = pictures;
        this.videos = videos;
        this.uses = uses;
        this.web = web;
        this.limits = limits;
    }

    /**
     * Looks at it, at all of a picture: one that is broken is known before its question is in the bank.
     *
     * @param budget what may be spent on that
     * @return whether nothing more will be found out about it; a picture is looked at later if there is no time or place for it now
     * @throws UnfitMedium if it would not be taken, or be refused later
     */
    boolean check(MediaRef.Kind kind, Path file, DecodingBudget budget) throws IOException {
        if (kind == MediaRef.Kind.VIDEO) {
            videos.check(file);
            return true;
        }
        if (budget.isSpent()) {
            pictures.check(file);
            return false;
        }
        long began = System.nanoTime();
        try {
            return pictures.prove(file, DecodingBudget.PATIENCE);
        } finally {
            budget.spend(System.nanoTime() - began);
        }
    }

    /**
     * Takes it; the same file again is the same medium.
     *
     * @throws UnfitMedium if it is not taken, or proved to be broken before
     * @throws app.vstrivia.api.media.TooManyMedia if the owner has too many
     */
    UUID take(PlayerId owner, MediaRef.Kind kind, Path file) {
        MediumView view = (kind == MediaRef.Kind.PICTURE ? pictures.take(owner, file) : videos.take(owner, file))
                .await()
                .atMost(PATIENCE);
        if (view.status() == MediumStatus.REFUSED) {
            throw new UnfitMedium(view.refusal());
        }
        return view.id();
    }

    /**
     * Writes the picture at an address to a file, which is there.
     *
     * @param who wants it
     * @param longest for everything, if that is shorter than a fetch may take
     * @throws app.vstrivia.api.media.fetch.FetchRefused if nothing was fetched
     * @throws app.vstrivia.api.platform.ratelimit.TooManyRequests if they wanted as many as they may for now
     * @throws app.vstrivia.api.platform.ratelimit.LimitUnknown if that cannot be said
     */
    void fetch(PlayerId who, String address, Path file, Duration longest) {
        limits.take(RateLimit.FETCHES, who.toString())
                .chain(() -> web.fetch(address, file, PictureService.MOST_BYTES, longest))
                .await()
                .atMost(PATIENCE);
    }

    /** The owner's medium of that kind, if there is one. */
    Optional<OwnedMedium> find(PlayerId owner, MediaRef media) {
        MediumKind kind = media.kind() == MediaRef.Kind.PICTURE ? MediumKind.PICTURE : MediumKind.VIDEO;
        return uses.find(owner, UUID.fromString(media.reference()), kind)
                .await()
                .atMost(PATIENCE);
    }
}
