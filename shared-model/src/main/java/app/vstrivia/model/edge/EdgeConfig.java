package app.vstrivia.model.edge;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What both services know of the edge in front of them. */
@ConfigMapping(prefix = "trivia.edge")
public interface EdgeConfig {
    /** The header that the edge adds to each request; without it anybody may come. */
    Optional<String> requiredHeader();

    /**
     * What that header must say: one value, or two while it is changed. 16 characters or more each, no commas; they are
     * secrets.
     */
    Optional<List<String>> requiredValues();

    /**
     * What {@code Strict-Transport-Security} says to who came over TLS, such as {@code max-age=31536000}; without it the
     * header is not sent.
     */
    Optional<String> strictTransportSecurity();
}
