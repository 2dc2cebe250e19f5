package app.vstrivia.api.media.video;

import app.vstrivia.api.job.Job;
import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.media.Library;
import app.vstrivia.api.media.Look;
import app.vstrivia.api.media.MediaService;
import app.vstrivia.api.media.Medium;
import app.vstrivia.api.media.MediumKind;
import app.vstrivia.api.media.MediumStatus;
import app.vstrivia.api.media.ObjectKeys;
import app.vstrivia.api.media.StoredFile;
import app.vstrivia.api.media.UnfitMedium;
import app.vstrivia.api.moderation.Opinion;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.model.id.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Copies a video to where nobody can write, looks at the copy, and leaves it to the moderators. */
@ApplicationScoped
class VideoJob implements Job {
    static final String KIND = "video";

    private final Library library;
    private final PrivateFiles bucket;

    VideoJob(Library library, PrivateFiles bucket) {
        this.library = library;
        this.bucket = bucket;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String thing) {
        UUID id = UuidV7.parse(thing);
        take(id).filter(video -> video.status() == MediumStatus.PROCESSING).ifPresent(this::process);
        if (take(id).isEmpty()) {
            bucket.deleteAll(ObjectKeys.folder(id)); // it was deleted, and the copy may have come after that
        }
        bucket.delete(ObjectKeys.original(id));
        library.sweepLater(id, MediaService.UPLOAD_TIME).await().indefinitely();
        return Outcome.done();
    }

    private Optional<Medium> take(UUID id) {
        return library.take(id).await().indefinitely();
    }

    private void process(Medium video) {
        UUID id = video.id();
        VideoFormat format = VideoFormat.of(video.type());
        String shown = ObjectKeys.shown(id, format.fileName());
        try {
            // After a crash the copy may be there, and the original gone.
            if (bucket.size(shown).isEmpty()) {
                bucket.copy(ObjectKeys.original(id), shown, format.type());
            }
            VideoService.check(bucket, shown, video);
        } catch (UnfitMedium unfit) {
            bucket.delete(shown);
            library.refuse(id, MediumKind.VIDEO, unfit.reason()).await().indefinitely();
            return;
        }
        StoredFile file = new StoredFile(format.fileName(), format.type(), null, null, video.bytes());
        library.ready(id, MediumKind.VIDEO, Look.UNKNOWN, List.of(file), Opinion.undecided(List.of()))
                .await()
                .indefinitely();
    }
}
