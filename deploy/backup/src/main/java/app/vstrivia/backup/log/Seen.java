package app.vstrivia.backup.log;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;

/**
 * All that was committed before {@code at}, by the server's clock, is archived.
 *
 * @param position where the log ended then
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Seen(String at, String file, long position) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Instant time() {
        return Instant.parse(at);
    }

    byte[] toJson() throws IOException {
        return JSON.writeValueAsBytes(this);
    }

    static Seen read(byte[] json) throws IOException {
        return JSON.readValue(json, Seen.class);
    }
}
