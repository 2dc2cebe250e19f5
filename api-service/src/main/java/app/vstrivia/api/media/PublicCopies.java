package app.vstrivia.api.media;

import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.api.platform.storage.PublicFiles;
import app.vstrivia.model.protocol.RoundMedia;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Puts media that everybody may see where everybody finds them: in the public bucket, under {@code media/<id>/}, with the hash of
 * the content in the name. So a name is never of anything else, and may be kept for ever; it goes with its medium.
 */
@ApplicationScoped
public class PublicCopies {
    /** Stands for where the public bucket is, which settings may change. */
    public static final String PLACE = "{public}";

    private static final int DIGITS = 16;

    private final MediaStore media;
    private final MediumFileStore files;
    private final PrivateFiles bucket;
    private final PublicFiles open;

    PublicCopies(MediaStore media, MediumFileStore files, PrivateFiles bucket, PublicFiles open) {
        this.media = media;
        this.files = files;
        this.bucket = bucket;
        this.open = open;
    }

    /** The folder of a medium in the public bucket. */
    static String folder(UUID medium) {
        return "media/" + medium + "/";
    }

    /**
     * Copies the files of a medium; those that are there are the same. Fails with {@link MediumNotApproved}.
     *
     * @return what is to be shown of it, with addresses that begin with {@link #PLACE}
     */
    public Uni<RoundMedia> make(UUID id, String alternative) {
        return media.get(id)
                .map(found -> found.filter(Medium::isForAll).orElseThrow(MediumNotApproved::new))
                .chain(medium -> files.of(id)
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(shown -> media(medium, alternative, copied(id, shown))));
    }

    /** Takes the copies of a medium away; whoever has one keeps it. Waits. */
    public void remove(UUID id) {
        open.deleteAll(folder(id));
    }

    private List<RoundMedia.File> copied(UUID id, List<StoredFile> shown) {
        List<RoundMedia.File> copies = new ArrayList<>();
        for (StoredFile file : shown) {
            String from = ObjectKeys.shown(id, file.name());
            String key = folder(id) + hash(from) + "-" + file.name();
            open.copyOfPrivate(from, key, file.type());
            copies.add(new RoundMedia.File(PLACE + key, file.type(), file.width(), file.height()));
        }
        return copies;
    }

    private static RoundMedia media(Medium medium, String alternative, List<RoundMedia.File> copies) {
        Look look = medium.look();
        return new RoundMedia(
                medium.kind() == MediumKind.PICTURE ? RoundMedia.Kind.PICTURE : RoundMedia.Kind.VIDEO,
                alternative,
                look.width(),
                look.height(),
                look.placeholder(),
                look.color(),
                copies);
    }

    private String hash(String key) {
        try (InputStream bytes = bucket.open(key)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
