package app.vstrivia.api.media;

import app.vstrivia.api.platform.storage.FileLink;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file to show.
 *
 * @param url opens it for everybody who has the link, until {@code urlExpiresAt}
 */
public record MediumFile(
        String name,
        String type,
        @Schema(nullable = true) Integer width,
        @Schema(nullable = true) Integer height,
        long bytes,
        URI url,
        Instant urlExpiresAt) {
    static MediumFile of(StoredFile file, FileLink link) {
        return new MediumFile(
                file.name(), file.type(), file.width(), file.height(), file.bytes(), link.url(), link.expiresAt());
    }

    @Override
    public String toString() {
        return "MediumFile[" + name + "]";
    }
}
