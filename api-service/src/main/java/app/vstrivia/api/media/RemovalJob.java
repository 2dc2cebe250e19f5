package app.vstrivia.api.media;

import app.vstrivia.api.job.Job;
import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.api.platform.storage.PublicFiles;
import app.vstrivia.model.id.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Deletes the files of a medium that is gone, and later what was on its way there meanwhile; or only what came in its place after it
 * was taken.
 */
@ApplicationScoped
class RemovalJob implements Job {
    static final String KIND = "medium-removal";

    private static final String ORIGINAL = "/original";

    private final MediaStore media;
    private final PrivateFiles files;
    private final PublicFiles copies;

    RemovalJob(MediaStore media, PrivateFiles files, PublicFiles copies) {
        this.media = media;
        this.files = files;
        this.copies = copies;
    }

    /** The thing of a job that deletes the file as it came. */
    static String originalOf(UUID medium) {
        return medium + ORIGINAL;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Otherwise files of somebody who left would stay. */
    @Override
    public boolean mayBeGivenUp() {
        return false;
    }

    @Override
    public Outcome run(String thing) {
        if (thing.endsWith(ORIGINAL)) {
            UUID medium = UuidV7.parse(thing.substring(0, thing.length() - ORIGINAL.length()));
            files.delete(ObjectKeys.original(medium));
            if (media.get(medium).await().indefinitely().isEmpty()) {
                deleteAll(medium); // somebody may have made copies, to show it, when it was taken away
            }
        } else {
            deleteAll(UuidV7.parse(thing));
        }
        return Outcome.done();
    }

    private void deleteAll(UUID medium) {
        files.deleteAll(ObjectKeys.folder(medium));
        copies.deleteAll(PublicCopies.folder(medium));
    }
}
