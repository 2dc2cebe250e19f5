package app.vstrivia.backup.watch;

import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.place.Stored;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** The last check that found nothing: of which backup, and when it ended. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LastCheck(String backup, String at) {
    private static final String FOLDER = "checks/";
    private static final String KEY = FOLDER + "good.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    public static LastCheck now(String backup) {
        return new LastCheck(backup, Instant.now().toString());
    }

    public Instant time() {
        return Instant.parse(at);
    }

    public void note(Place place) throws IOException {
        place.put(KEY, JSON.writeValueAsBytes(this));
    }

    public static Optional<LastCheck> of(Place place) throws IOException {
        if (place.list(FOLDER).stream().map(Stored::key).noneMatch(KEY::equals)) {
            return Optional.empty();
        }
        try (InputStream in = place.open(KEY)) {
            return Optional.of(JSON.readValue(in.readAllBytes(), LastCheck.class));
        }
    }
}
