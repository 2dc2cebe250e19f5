package app.vstrivia.api.media.video;

import app.vstrivia.api.media.Library;
import app.vstrivia.api.media.MediaService;
import app.vstrivia.api.media.Medium;
import app.vstrivia.api.media.MediumKind;
import app.vstrivia.api.media.MediumNotFound;
import app.vstrivia.api.media.MediumStatus;
import app.vstrivia.api.media.MediumView;
import app.vstrivia.api.media.NewMedium;
import app.vstrivia.api.media.ObjectKeys;
import app.vstrivia.api.media.UnfitMedium;
import app.vstrivia.api.media.Unfitness;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** Takes videos. */
@ApplicationScoped
public class VideoService {
    /** Of a file, in bytes. */
    public static final long MOST_BYTES = 200_000_000;

    private static final String OWNER = "owner";

    private final Library library;
    private final PrivateFiles bucket;

    VideoService(Library library, PrivateFiles bucket) {
        this.library = library;
        this.bucket = bucket;
    }

    /** A place for a video, and the link that lets it in. Fails with {@code TooManyMedia}. */
    public Uni<VideoUpload> begin(PlayerId owner, VideoFormat format, long bytes) {
        return library.begin(owner, new NewMedium(MediumKind.VIDEO, format.type(), bytes, null))
                .chain(medium -> bucket.signing(() -> bucket.uploadLink(
                                ObjectKeys.original(medium.id()),
                                format.type(),
                                bytes,
                                Map.of(OWNER, owner.toString()),
                                MediaService.UPLOAD_TIME))
                        .map(link -> VideoUpload.of(MediaService.withoutFiles(medium), link)));
    }

    /**
     * The video is there: it is looked at, and worked on. Asking twice changes nothing. Fails with {@link NotArrived}, {@code
     * UnfitMedium} or {@code MediumNotFound}.
     */
    public Uni<MediumView> complete(PlayerId owner, UUID id) {
        return library.of(owner, id)
                .map(VideoService::video)
                .chain(medium -> medium.status() == MediumStatus.AWAITING
                        ? check(medium).chain(() -> library.arrived(id, VideoJob.KIND))
                        : Uni.createFrom().item(medium))
                .map(MediaService::withoutFiles);
    }

    private static Medium video(Medium medium) {
        if (medium.kind() != MediumKind.VIDEO) {
            throw new MediumNotFound();
        }
        return medium;
    }

    private Uni<Void> check(Medium medium) {
        return Uni.createFrom()
                .<Void>item(() -> {
                    check(bucket, ObjectKeys.original(medium.id()), medium);
                    return null;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /**
     * Looks at what is in the bucket. Waits.
     *
     * @throws NotArrived if there is nothing
     * @throws UnfitMedium if it is something else than what was said
     */
    static void check(PrivateFiles bucket, String key, Medium medium) {
        OptionalLong size = bucket.size(key);
        if (size.isEmpty()) {
            throw new NotArrived();
        }
        if (size.getAsLong() != medium.bytes()) {
            throw new UnfitMedium(Unfitness.WRONG_SIZE);
        }
        if (!VideoFormat.of(medium.type()).begins(bucket.beginning(key, VideoFormat.HEADER))) {
            throw new UnfitMedium(Unfitness.UNSUPPORTED_TYPE);
        }
    }
}
