package app.vstrivia.backup;

import app.vstrivia.backup.database.Server;
import app.vstrivia.backup.place.DirectoryPlace;
import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.place.S3Place;
import app.vstrivia.backup.seal.Seal;
import app.vstrivia.backup.watch.Rhythm;
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
    private final Map<String, String> environment;

    public Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What is backed up. */
    public Server database() {
        return server(Setting.DATABASE_URL, Setting.DATABASE_USERNAME, Setting.DATABASE_PASSWORD, Setting.DATABASE_CA);
    }

    /** What is restored to. It has no default: nobody restores over what runs by forgetting a word. */
    public Server target() {
        return server(Setting.TARGET_URL, Setting.TARGET_USERNAME, Setting.TARGET_PASSWORD, Setting.TARGET_CA);
    }

    /**
     * What a backup may be tried on.
     *
     * @throws CommandFailure if it is what is backed up: it would be dropped
     */
    public Server trial() {
        Server target = target();
        if (text(Setting.DATABASE_URL).filter(source -> target.isAt(source)).isPresent()) {
            throw usage(Setting.TARGET_URL.variable() + " is " + target
                    + ", which is what is backed up; a backup is tried on"
                    + " another server, of which nothing is kept.");
        }
        return target;
    }

    private Server server(Setting url, Setting user, Setting password, Setting authority) {
        Server server;
        try {
            server = new Server(
                    required(url),
                    required(user),
                    required(password),
                    text(authority).map(Path::of));
        } catch (IllegalArgumentException wrong) {
            throw usage(url.variable() + " is jdbc:mysql://HOST:PORT/DATABASE, not " + required(url) + ".");
        }
        if (server.sslMode().startsWith("VERIFY") && server.authority().isEmpty()) {
            throw usage(url.variable() + " asks for a certificate that is checked: " + authority.variable()
                    + " names the file with which.");
        }
        return server;
    }

    public Seal seal() {
        return Seal.read(Path.of(required(Setting.KEYS)));
    }

    /** Where the programs of the database are; on the path if empty. */
    public Optional<Path> programs() {
        return text(Setting.PROGRAMS).map(Path::of);
    }

    public Optional<URI> noticeUrl() {
        return text(Setting.NOTICE_URL).map(URI::create);
    }

    /** How long a committed change may wait to be archived. */
    public Duration archiveEvery() {
        return Duration.ofSeconds(number(Setting.ARCHIVE_SECONDS));
    }

    /** How old the newest backup may be for a check to find it good. */
    public Duration checkMostAge() {
        return Duration.ofHours(number(Setting.CHECK_HOURS));
    }

    public Rhythm backupAt() {
        return rhythm(Setting.SCHEDULE_BACKUP);
    }

    public Rhythm checkAt() {
        return rhythm(Setting.SCHEDULE_CHECK);
    }

    private Rhythm rhythm(Setting setting) {
        try {
            return Rhythm.parse(required(setting));
        } catch (IllegalArgumentException wrong) {
            throw usage(
                    setting.variable() + " is a time such as 02:30 or SUNDAY 04:30, not " + wrong.getMessage() + ".");
        }
    }

    public int figuresPort() {
        return (int) number(Setting.PORT);
    }

    /**
     * The directory first, which is the faster one to read. Close them.
     *
     * @throws CommandFailure if there is none
     */
    public List<Place> places() throws IOException {
        List<Place> places = new ArrayList<>();
        Optional<String> directory = text(Setting.DIRECTORY);
        if (directory.isPresent()) {
            places.add(new DirectoryPlace(Path.of(directory.get())));
        }
        Optional<String> bucket = text(Setting.S3_BUCKET);
        bucket.ifPresent(name -> places.add(bucket(name)));
        if (places.isEmpty()) {
            throw usage("Say where backups are kept: " + Setting.DIRECTORY.variable() + ", "
                    + Setting.S3_BUCKET.variable() + ", or both.");
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
            Optional<String> bucket = text(Setting.S3_BUCKET);
            if (bucket.isEmpty()) {
                throw failure;
            }
            away.accept("The directory of backups cannot be used (" + failure + ").");
            return List.of(bucket(bucket.get()));
        }
    }

    private Place bucket(String name) {
        Optional<S3Place.Account> account = text(Setting.S3_ACCESS_KEY_ID)
                .map(key -> new S3Place.Account(key, required(Setting.S3_SECRET_ACCESS_KEY)));
        String prefix = text(Setting.S3_PREFIX).orElse("");
        return S3Place.of(
                name,
                prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/",
                required(Setting.S3_REGION),
                text(Setting.S3_ENDPOINT).map(URI::create),
                Boolean.parseBoolean(required(Setting.S3_PATH_STYLE)),
                account,
                Duration.ofDays(number(Setting.S3_LOCK_DAYS)));
    }

    private long number(Setting setting) {
        String value = required(setting);
        if (!value.matches("\\d{1,6}")) {
            throw usage(setting.variable() + " is a number, not " + value + ".");
        }
        return Long.parseLong(value);
    }

    private String required(Setting setting) {
        return text(setting).orElseThrow(() -> usage(setting.variable() + " is not set."));
    }

    private Optional<String> text(Setting setting) {
        String value = environment.get(setting.variable());
        if (value != null && !value.isBlank()) {
            return Optional.of(value);
        }
        String file = environment.get(setting.variable() + "_FILE");
        if (file == null || file.isBlank()) {
            return setting.usual();
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException failure) {
            throw usage(file + ", which " + setting.variable() + "_FILE names, cannot be read.");
        }
    }

    private static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message + " --help lists the settings.");
    }
}
