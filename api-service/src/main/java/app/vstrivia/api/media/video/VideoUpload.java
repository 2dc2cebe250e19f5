package app.vstrivia.api.media.video;

import app.vstrivia.api.media.MediumView;
import app.vstrivia.api.platform.storage.UploadLink;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * Where a video is to be put.
 *
 * @param medium what it will be
 * @param url for one {@code PUT} of the file; opens it for everybody who has the link, until {@code expiresAt}
 * @param headers to be sent along exactly so
 */
public record VideoUpload(MediumView medium, URI url, Map<String, String> headers, Instant expiresAt) {
    static VideoUpload of(MediumView medium, UploadLink link) {
        return new VideoUpload(medium, link.url(), link.headers(), link.expiresAt());
    }

    @Override
    public String toString() {
        return "VideoUpload[" + medium.id() + "]";
    }
}
