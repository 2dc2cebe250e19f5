package app.vstrivia.api.platform.storage;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * Where to put a file, and until when; not to be logged, since it lets in whoever has it.
 *
 * @param headers to be sent along exactly so: they are signed
 */
public record UploadLink(URI url, Map<String, String> headers, Instant expiresAt) {
    @Override
    public String toString() {
        return "UploadLink[hidden]";
    }
}
