package app.vstrivia.api.media;

import app.vstrivia.api.job.Job;
import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.api.platform.storage.PublicFiles;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Deletes the files of a medium that is gone, and later what was on its way there meanwhile; or only what came in its place after it
 * was taken; or its stream.
 */
@ApplicationScoped
class RemovalJob implements Job {
    static final String KIND = "medium-removal";

    private static final String ORIGINAL = "/original";
    private static final String STREAM = "/stream";

    private final MediaStore media;
    private final PrivateFiles files;
    private final PublicFiles copies;
    private final Transactions transactions;

    RemovalJob(MediaStore media, PrivateFiles files, PublicFiles copies, Transactions transactions) {
        this.media = media;
        this.files = files;
        this.copies = copies;
        this.transactions = transactions;
    }

    /** The thing of a job that deletes the file as it came. */
    static String originalOf(UUID medium) {
        return medium + ORIGINAL;
    }

    /** The thing of a job that takes its stream, of which nobody learns more. */
    static String streamOf(UUID medium) {
        return medium + STREAM;
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
            UUID medium = medium(thing, ORIGINAL);
            files.delete(ObjectKeys.original(medium));
            if (media.get(medium).await().indefinitely().isEmpty()) {
                deleteAll(medium); // somebody may have made copies, to show it, when it was taken away
            }
        } else if (thing.endsWith(STREAM)) {
            UUID medium = medium(thing, STREAM);
            transactions
                    .run(transaction -> MediaStreams.close(transaction, medium))
                    .await()
                    .indefinitely();
        } else {
            deleteAll(UuidV7.parse(thing));
        }
        return Outcome.done();
    }

    private void deleteAll(UUID medium) {
        files.deleteAll(ObjectKeys.folder(medium));
        copies.deleteAll(PublicCopies.folder(medium));
    }

    private static UUID medium(String thing, String what) {
        return UuidV7.parse(thing.substring(0, thing.length() - what.length()));
    }
}
