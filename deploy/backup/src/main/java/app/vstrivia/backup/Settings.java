package app.vstrivia.backup;

import app.vstrivia.backup.database.Server;
import app.vstrivia.backup.place.DirectoryPlace;
import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.place.S3Place;
import app.vstrivia.backup.seal.Seal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the environment says; the README has the list. Secrets may come from a file, named by the variable with {@code _FILE}. */
public final class Settings {
    private static final String PREFIX = "TRIVIA_BACKUP_";

    private final Map<String, String> environment;

    public Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What is backed up. */
    public Server database() {
        return server("DATABASE_");
    }

    /** What is restored to. It has no default: nobody restores over what runs by forgetting a word. */
    public Server target() {
        return server("TARGET_");
    }

    private Server server(String which) {
        String url = required(which + "URL");
        try {
            return new Server(
                    url,
                    required(which + "USERNAME"),
                    required(which + "PASSWORD"),
                    text(which + "CA").map(Path::of));
        } catch (IllegalArgumentException wrong) {
            throw usage(PREFIX + which + "URL is jdbc:mysql://HOST:PORT/DATABASE, not " + url + ".");
        }
    }

    public Seal seal() {
        return Seal.read(Path.of(required("KEYS")));
    }

    /** Where the programs of the database are; on the path if empty. */
    public Optional<Path> programs() {
        return text("PROGRAMS").map(Path::of);
    }

    public Optional<URI> noticeUrl() {
        return text("NOTICE_URL").map(URI::create);
    }

    /** How long a committed change may wait to be archived. */
    public Duration archiveEvery() {
        return Duration.ofSeconds(number("ARCHIVE_SECONDS", 5));
    }

    /** How old the newest backup may be for a check to find it good. */
    public Duration checkMostAge() {
        return Duration.ofHours(number("CHECK_HOURS", 26));
    }

    public int figuresPort() {
        return (int) number("PORT", 9002);
    }

    /**
     * The directory first, which is the faster one to read. Close them.
     *
     * @throws CommandFailure if there is none
     */
    public List<Place> places() throws IOException {
        List<Place> places = new ArrayList<>();
        Optional<String> directory = text("DIRECTORY");
        if (directory.isPresent()) {
            places.add(new DirectoryPlace(Path.of(directory.get())));
        }
        Optional<String> bucket = text("S3_BUCKET");
        bucket.ifPresent(name -> places.add(bucket(name)));
        if (places.isEmpty()) {
            throw usage("Say where backups are kept: " + PREFIX + "DIRECTORY, " + PREFIX + "S3_BUCKET, or both.");
        }
        return places;
    }

    /**
     * The same without a directory that cannot be used, if there is a bucket as well.
     *
     * @param away told why the directory is left out
     */
    public List<Place> placesThatWork(Consumer<String> away) throws IOException {
        try {
            return places();
        } catch (IOException failure) {
            Optional<String> bucket = text("S3_BUCKET");
            if (bucket.isEmpty()) {
                throw failure;
            }
            away.accept("The directory of backups cannot be used (" + failure + ").");
            return List.of(bucket(bucket.get()));
        }
    }

    private Place bucket(String name) {
        Optional<S3Place.Account> account =
                text("S3_ACCESS_KEY_ID").map(key -> new S3Place.Account(key, required("S3_SECRET_ACCESS_KEY")));
        String prefix = text("S3_PREFIX").orElse("");
        return S3Place.of(
                name,
                prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/",
                text("S3_REGION").orElse("us-east-1"),
                text("S3_ENDPOINT").map(URI::create),
                text("S3_PATH_STYLE").map(Boolean::parseBoolean).orElse(false),
                account);
    }

    private long number(String name, long usual) {
        String value = text(name).orElse(Long.toString(usual));
        if (!value.matches("\\d{1,6}")) {
            throw usage(PREFIX + name + " is a number, not " + value + ".");
        }
        return Long.parseLong(value);
    }

    private String required(String name) {
        return text(name).orElseThrow(() -> usage(PREFIX + name + " is not set."));
    }

    private Optional<String> text(String name) {
        String value = environment.get(PREFIX + name);
        if (value != null && !value.isBlank()) {
            return Optional.of(value);
        }
        String file = environment.get(PREFIX + name + "_FILE");
        if (file == null || file.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException failure) {
            throw usage(file + ", which " + PREFIX + name + "_FILE names, cannot be read.");
        }
    }

    private static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message + " --help lists the settings.");
    }
}
