package app.vstrivia.api.media.picture;

import app.vstrivia.api.media.Exhibit;
import app.vstrivia.api.media.StoredFile;
import app.vstrivia.api.platform.storage.PrivateFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Makes covers of pictures: the middle, 16 to 9, as JPEG and WebP in the sizes in which pictures are shown. */
@ApplicationScoped
public class Covers {
    private final PictureStudio studio;
    private final PrivateFiles bucket;

    Covers(PictureStudio studio, PrivateFiles bucket) {
        this.studio = studio;
        this.bucket = bucket;
    }

    /**
     * Puts a cover into the private bucket; the same picture gives the same files. Waits.
     *
     * @param picture one that is ready
     * @param folder begins the keys of the files, which go on with their names
     * @return the largest first
     * @throws app.vstrivia.api.platform.bulkhead.AllTaken if others decode at this moment
     */
    public List<CoverFile> cut(Exhibit picture, String folder) {
        StoredFile largest = picture.files().stream()
                .filter(file -> file.type().equals("image/jpeg"))
                .reduce((smaller, larger) -> larger)
                .orElseThrow();
        try (WorkFolder work = new WorkFolder()) {
            Path shown = work.file("shown");
            bucket.get(picture.key(largest), shown);
            List<CoverFile> cover = new ArrayList<>();
            for (StoredFile file : studio.cut(shown, work)) {
                Path path = work.file(file.name());
                bucket.put(folder + file.name(), path, file.type());
                cover.add(new CoverFile(file, sha256(path)));
            }
            return cover;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Inspection.map(file));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param sha256 of the content, in hex */
    public record CoverFile(StoredFile file, String sha256) {}
}
