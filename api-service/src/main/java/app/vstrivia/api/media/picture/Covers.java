package app.vstrivia.api.media.picture;

import app.vstrivia.api.media.Exhibit;
import app.vstrivia.api.media.Exhibits;
import app.vstrivia.api.media.ObjectKeys;
import app.vstrivia.api.media.StoredFile;
import app.vstrivia.api.platform.storage.PrivateFiles;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Makes covers of pictures: the middle, 16 to 9, as JPEG and WebP in the sizes in which pictures are shown. What is made stays beside
 * the picture, and goes with it: neither the picture nor the shape ever changes, so a cover is cut once.
 */
@ApplicationScoped
public class Covers {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    /** Lists the files of a cover, and comes after them; another shape would be another name. */
    private static final String LIST = "cover-16x9.json";

    private final PictureStudio studio;
    private final PrivateFiles bucket;
    private final Exhibits exhibits;

    Covers(PictureStudio studio, PrivateFiles bucket, Exhibits exhibits) {
        this.studio = studio;
        this.bucket = bucket;
        this.exhibits = exhibits;
    }

    /**
     * The cover of a picture, which is in the private bucket then; the same picture gives the same files. Waits.
     *
     * @param picture one that is ready
     * @return the largest first
     * @throws app.vstrivia.api.platform.bulkhead.AllTaken if it is to be cut, and others decode at this moment
     */
    public List<CoverFile> of(Exhibit picture) {
        String list = ObjectKeys.shown(picture.id(), LIST);
        return bucket.size(list).isPresent() ? listed(list) : cut(picture, list);
    }

    private List<CoverFile> listed(String list) {
        try (InputStream bytes = bucket.open(list)) {
            return List.of(JSON.readValue(bytes, CoverFile[].class));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<CoverFile> cut(Exhibit picture, String list) {
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
                String key = ObjectKeys.shown(picture.id(), "cover-16x9-" + file.name());
                bucket.put(key, path, file.type());
                cover.add(new CoverFile(file, key, sha256(path)));
            }
            Path listed = work.file(LIST);
            Files.write(listed, JSON.writeValueAsBytes(cover));
            bucket.put(list, listed, "application/json");
            leaveNothingOf(picture.id());
            return cover;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** If the picture was deleted meanwhile, nobody else knows of the files. */
    private void leaveNothingOf(UUID picture) {
        if (exhibits.find(Set.of(picture)).await().indefinitely().isEmpty()) {
            bucket.deleteAll(ObjectKeys.folder(picture));
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

    /**
     * @param key in the private bucket
     * @param sha256 of the content, in hex
     */
    public record CoverFile(StoredFile file, String key, String sha256) {}
}
