package app.vstrivia.api.media;

import app.vstrivia.api.platform.storage.PrivateFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The bytes of media that everybody may see, for files that hold them. All methods wait.
 *
 * <p>Of a picture that is the file as it came if that was nothing but a picture, else the largest JPEG that was made of it. So
 * what was exported once is the same after it was imported and exported again.
 */
@ApplicationScoped
public class MediaContents {
    private final MediaStore media;
    private final MediumFileStore files;
    private final PrivateFiles bucket;

    MediaContents(MediaStore media, MediumFileStore files, PrivateFiles bucket) {
        this.media = media;
        this.files = files;
        this.bucket = bucket;
    }

    /** What its file ends with, such as {@code jpg}; empty if not everybody may see it. */
    public Optional<String> extension(UUID id) {
        return shown(id).map(file -> file.name().substring(file.name().lastIndexOf('.') + 1));
    }

    /** How many bytes {@link #open} has; empty if not everybody may see it, or it is not there any more. */
    public OptionalLong size(UUID id) {
        return shown(id)
                .map(file -> {
                    OptionalLong master = bucket.size(ObjectKeys.master(id));
                    return master.isPresent() ? master : bucket.size(ObjectKeys.shown(id, file.name()));
                })
                .orElse(OptionalLong.empty());
    }

    /** The bytes, to be closed by the caller; empty if not everybody may see it. */
    public Optional<InputStream> open(UUID id) {
        return shown(id)
                .map(file -> bucket.size(ObjectKeys.master(id)).isPresent()
                        ? ObjectKeys.master(id)
                        : ObjectKeys.shown(id, file.name()))
                .map(bucket::open);
    }

    private Optional<StoredFile> shown(UUID id) {
        return media.get(id).await().indefinitely().filter(Medium::isForAll).map(medium -> files.largest(List.of(id))
                .await()
                .indefinitely()
                .get(id));
    }
}
