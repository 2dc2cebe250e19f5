package app.vstrivia.api.media.picture;

import app.vstrivia.api.media.Library;
import app.vstrivia.api.media.MediaService;
import app.vstrivia.api.media.Medium;
import app.vstrivia.api.media.MediumKind;
import app.vstrivia.api.media.MediumNotFound;
import app.vstrivia.api.media.MediumStatus;
import app.vstrivia.api.media.MediumView;
import app.vstrivia.api.media.NewMedium;
import app.vstrivia.api.media.ObjectKeys;
import app.vstrivia.api.media.fetch.PublicFetch;
import app.vstrivia.api.platform.bulkhead.AllTaken;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.UUID;

/** Takes pictures. */
@ApplicationScoped
public class PictureService {
    /** Of a file, in bytes. */
    public static final long MOST_BYTES = Inspection.MOST_BYTES;

    private final Library library;
    private final PrivateFiles bucket;
    private final PublicFetch fetch;
    private final PictureStudio studio;

    PictureService(Library library, PrivateFiles bucket, PublicFetch fetch, PictureStudio studio) {
        this.library = library;
        this.studio = studio;
        this.bucket = bucket;
        this.fetch = fetch;
    }

    /**
     * Takes a picture, of which the same owner has one only: the same file again is the same picture. What is shown of it
     * follows. Fails with {@code UnfitMedium} or {@code TooManyMedia}.
     *
     * @param file which stays the caller's
     */
    public Uni<MediumView> take(PlayerId owner, Path file) {
        return later(() -> inspect(file))
                .chain(picture -> library.begin(owner, picture))
                .chain(medium -> medium.status() == MediumStatus.AWAITING
                        ? later(() -> store(medium, file)).chain(() -> arrived(medium.id()))
                        : Uni.createFrom().item(medium))
                .map(MediaService::withoutFiles);
    }

    /**
     * Looks at a whole picture before it is taken: whether it is broken is known then, and not after a while. Waits.
     *
     * @param patience how long to wait while others are looked at
     * @return whether it was looked at; there may be no place for it
     * @throws app.vstrivia.api.media.UnfitMedium if it would not be taken, or be refused later
     */
    public boolean prove(Path file, Duration patience) throws IOException {
        try {
            studio.prove(file, patience);
            return true;
        } catch (AllTaken others) {
            return false;
        }
    }

    /** @throws app.vstrivia.api.media.UnfitMedium if it would not be taken */
    public void check(Path file) throws IOException {
        Inspection.of(file);
    }

    /** If it was deleted meanwhile, nobody else knows of the file. */
    private Uni<Medium> arrived(UUID id) {
        return library.arrived(id, PictureJob.KIND)
                .onFailure(MediumNotFound.class)
                .call(() -> later(() -> {
                    bucket.delete(ObjectKeys.original(id));
                    return id;
                }));
    }

    /** The same of what is at an address. Fails with {@code FetchRefused}, too. */
    public Uni<MediumView> fetch(PlayerId owner, String address) {
        return later(() -> Files.createTempFile("fetched", ".picture"))
                .chain(file -> fetch.fetch(address, file, MOST_BYTES)
                        .chain(() -> take(owner, file))
                        .onTermination()
                        .call(() -> later(() -> Files.deleteIfExists(file))));
    }

    private static NewMedium inspect(Path file) throws IOException {
        PictureHeader header = Inspection.of(file);
        return new NewMedium(MediumKind.PICTURE, header.format().type(), Files.size(file), sha256(file));
    }

    private static byte[] sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Inspection.map(file));
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Medium store(Medium medium, Path file) {
        bucket.put(ObjectKeys.original(medium.id()), file, medium.type());
        return medium;
    }

    /** On a thread that may wait. */
    private static <T> Uni<T> later(Work<T> work) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return work.run();
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private interface Work<T> {
        T run() throws IOException;
    }
}
