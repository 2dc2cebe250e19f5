package app.vstrivia.api.media.picture;

import app.vstrivia.api.job.Job;
import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.media.Library;
import app.vstrivia.api.media.Medium;
import app.vstrivia.api.media.MediumKind;
import app.vstrivia.api.media.MediumStatus;
import app.vstrivia.api.media.ObjectKeys;
import app.vstrivia.api.media.StoredFile;
import app.vstrivia.api.media.UnfitMedium;
import app.vstrivia.api.moderation.Opinion;
import app.vstrivia.api.moderation.PictureModeration;
import app.vstrivia.api.platform.bulkhead.AllTaken;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.model.id.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Makes what is shown of a picture, has it looked at, and deletes the file as it came, with all that it tells. */
@ApplicationScoped
class PictureJob implements Job {
    static final String KIND = "picture";

    /** While others decode; a thread that waited for them would be missing elsewhere. */
    private static final Duration LATER = Duration.ofMillis(300);

    private final Library library;
    private final PictureStudio studio;
    private final PictureModeration moderation;
    private final PrivateFiles bucket;

    PictureJob(Library library, PictureStudio studio, PictureModeration moderation, PrivateFiles bucket) {
        this.library = library;
        this.studio = studio;
        this.moderation = moderation;
        this.bucket = bucket;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String thing) {
        UUID id = UuidV7.parse(thing);
        if (take(id).filter(picture -> picture.status() == MediumStatus.PROCESSING)
                .isPresent()) {
            try (WorkFolder folder = new WorkFolder()) {
                process(id, folder);
            } catch (AllTaken taken) {
                return Outcome.again(LATER);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        if (take(id).isEmpty()) {
            bucket.deleteAll(ObjectKeys.folder(id)); // it was deleted, and the files may have come after that
        }
        bucket.delete(ObjectKeys.original(id));
        return Outcome.done();
    }

    private Optional<Medium> take(UUID id) {
        return library.take(id).await().indefinitely();
    }

    private void process(UUID id, WorkFolder folder) throws IOException {
        Path original = folder.file("original");
        bucket.get(ObjectKeys.original(id), original);
        PictureStudio.Print print;
        try {
            print = studio.print(original, folder);
        } catch (UnfitMedium unfit) {
            library.refuse(id, MediumKind.PICTURE, unfit.reason()).await().indefinitely();
            return;
        }
        for (StoredFile file : print.files()) {
            bucket.put(ObjectKeys.shown(id, file.name()), folder.file(file.name()), file.type());
        }
        if (PictureStudio.isMaster(original)) {
            bucket.put(ObjectKeys.master(id), original, PictureFormat.JPEG.type());
        }
        Opinion opinion = moderation.lookAt(folder.file(print.largestJpeg()));
        library.ready(id, MediumKind.PICTURE, print.look(), print.files(), opinion)
                .await()
                .indefinitely();
    }
}
