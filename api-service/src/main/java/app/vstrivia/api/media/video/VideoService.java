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
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;

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
     * Takes a video that is at hand, of which the same owner has one only. Fails with {@code UnfitMedium} or {@code
     * TooManyMedia}.
     *
     * @param file which stays the caller's
     */
    public Uni<MediumView> take(PlayerId owner, Path file) {
        return later(() -> newMedium(file))
                .chain(video -> library.begin(owner, video))
                .chain(medium -> medium.status() == MediumStatus.AWAITING
                        ? later(() -> {
                                    bucket.put(ObjectKeys.original(medium.id()), file, medium.type());
                                    return null;
                                })
                                .chain(() -> library.arrived(medium.id(), VideoJob.KIND))
                        : Uni.createFrom().item(medium))
                .map(MediaService::withoutFiles);
    }

    /** @throws UnfitMedium if it would not be taken */
    public void check(Path file) throws IOException {
        formatOf(file);
    }

    private static NewMedium newMedium(Path file) throws IOException {
        VideoFormat format = formatOf(file);
        try (InputStream bytes = Files.newInputStream(file)) {
            DigestInputStream digested = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"));
            digested.transferTo(OutputStream.nullOutputStream());
            return new NewMedium(
                    MediumKind.VIDEO,
                    format.type(),
                    Files.size(file),
                    digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static VideoFormat formatOf(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new UnfitMedium(Unfitness.TOO_MANY_BYTES);
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return VideoFormat.beginning(bytes.readNBytes(VideoFormat.HEADER))
                    .orElseThrow(() -> new UnfitMedium(Unfitness.UNSUPPORTED_TYPE));
        }
    }

    /** On a thread that may wait. */
    private static <T> Uni<T> later(Callable<T> work) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return work.call();
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    } catch (RuntimeException failure) {
                        throw failure;
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
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
        return later(() -> {
            check(bucket, ObjectKeys.original(medium.id()), medium);
            return null;
        });
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
