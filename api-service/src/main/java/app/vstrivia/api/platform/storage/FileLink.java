package app.vstrivia.api.platform.storage;

import java.net.URI;
import java.time.Instant;

/** Where to fetch a file, and until when; not to be logged, since it opens the file. */
public record FileLink(URI url, Instant expiresAt) {
    @Override
    public String toString() {
        return "FileLink[hidden]";
    }
}
