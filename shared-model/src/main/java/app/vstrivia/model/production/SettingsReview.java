package app.vstrivia.model.production;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Collects what is unsafe about settings, so that an operator sees all of it at once. */
public final class SettingsReview {
    private static final int SHORTEST_SECRET = 12;
    private static final Set<String> WELL_KNOWN =
            Set.of("trivia", "vstrivia", "password", "secret", "changeit", "changeme", "admin", "root", "test");

    private static final Pattern SSL_MODE = Pattern.compile("[?&]sslMode=([A-Za-z_]+)");
    private static final String VERIFIED = "VERIFY";

    private final Config settings;
    private final List<String> findings = new ArrayList<>();

    public SettingsReview(Config settings) {
        this.settings = settings;
    }

    /** One sentence each, without the value of any secret; empty if nothing is unsafe. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /** Must have a value. */
    public SettingsReview present(String setting, String why) {
        return require(value(setting).isPresent(), setting + " is not set: " + why);
    }

    /** Must not have that value. */
    public SettingsReview not(String setting, String refused, String why) {
        return require(
                !value(setting).map(refused::equalsIgnoreCase).orElse(false), setting + " is " + refused + ": " + why);
    }

    /** May have that value alone, which is also the default. */
    public SettingsReview only(String setting, String allowed, String why) {
        String value = value(setting).orElse(allowed);
        return require(value.equals(allowed), setting + " is " + value + ": " + why);
    }

    /** Must have a value that nobody guesses. */
    public SettingsReview secret(String setting) {
        return value(setting)
                .map(value -> hardToGuess(setting, value))
                .orElseGet(() -> require(false, setting + " is not set"));
    }

    /** The same of each value of a list, which may also be none. */
    public SettingsReview secretsIfAny(String setting) {
        value(setting).stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(String::strip)
                .forEach(value -> hardToGuess(setting, value));
        return this;
    }

    private SettingsReview hardToGuess(String setting, String value) {
        String plain = value.toLowerCase(Locale.ROOT);
        boolean guessed = WELL_KNOWN.stream()
                .anyMatch(word -> plain.replaceAll("[^a-z]", "").equals(word));
        require(!guessed, setting + " is a default one");
        return require(
                guessed || value.length() >= SHORTEST_SECRET,
                setting + " has less than " + SHORTEST_SECRET + " characters");
    }

    /** Must name a file, or a folder with such, that not everybody on the machine can read. */
    public SettingsReview privateFiles(String setting) {
        Optional<String> place = value(setting);
        if (place.isEmpty()) {
            return require(false, setting + " is not set");
        }
        try {
            if (Files.isDirectory(Path.of(place.get()))) {
                require(
                        !Files.getPosixFilePermissions(Path.of(place.get())).contains(PosixFilePermission.OTHERS_WRITE),
                        setting + " names a folder to which everybody on this machine can add");
            }
            for (Path file : filesAt(Path.of(place.get()))) {
                Set<PosixFilePermission> may = Files.getPosixFilePermissions(file);
                require(
                        !may.contains(PosixFilePermission.OTHERS_READ)
                                && !may.contains(PosixFilePermission.OTHERS_WRITE),
                        setting + " names " + file + ", which everybody on this machine can read or change");
            }
        } catch (IOException | InvalidPathException e) {
            require(false, setting + " names what cannot be read");
        } catch (UnsupportedOperationException e) {
            // A file system without such permissions has nothing to say about them.
            return this;
        }
        return this;
    }

    private static List<Path> filesAt(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> all = Files.list(place)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Must not be an address of this very machine. */
    public SettingsReview elsewhere(String setting) {
        boolean here = value(setting)
                .flatMap(SettingsReview::address)
                .map(URI::getHost)
                .map(SettingsReview::isHere)
                .orElse(false);
        return require(!here, setting + " is an address of this machine");
    }

    /** No setting below {@code prefix} may be an address without encryption, or one of this very machine. */
    public SettingsReview safeAddresses(String prefix) {
        Map<String, String> names = new TreeMap<>();
        settings.getPropertyNames().forEach(name -> names.merge(asVariable(name), name, SettingsReview::dotted));
        names.forEach((variable, name) -> {
            if (variable.startsWith(asVariable(prefix))) {
                String value = value(name).orElse("").toLowerCase(Locale.ROOT);
                require(
                        !value.startsWith("http://") && !value.startsWith("ws://"),
                        name + " is an address without encryption");
                elsewhere(name);
            }
        });
        return this;
    }

    /** A setting may be there twice: as itself, and as the environment's variable. */
    private static String asVariable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String dotted(String name, String other) {
        return name.indexOf('.') < 0 ? other : name;
    }

    /**
     * JDBC's connections must not be encrypted without a look at who answers, and must look where the reactive ones do.
     *
     * @param datasource such as {@code quarkus.datasource}
     */
    public SettingsReview verifiedJdbc(String datasource) {
        String asked = value(datasource + ".jdbc.url")
                .map(SSL_MODE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .orElse("");
        String mode = value(datasource + ".jdbc.additional-jdbc-properties.sslMode")
                .orElse(asked)
                .toUpperCase(Locale.ROOT);
        boolean othersLook = value(datasource + ".reactive.mysql.ssl-mode")
                .orElse("")
                .toUpperCase(Locale.ROOT)
                .startsWith(VERIFIED);
        return require(
                mode.startsWith(VERIFIED) || !othersLook && !mode.equals("REQUIRED"),
                datasource + ".jdbc.url asks for a connection where nobody looks who answers");
    }

    /** Other sites may ask only if they are named. */
    public SettingsReview closedCors() {
        if (!value("quarkus.http.cors.enabled").map(Boolean::parseBoolean).orElse(false)) {
            return this;
        }
        String origins = value("quarkus.http.cors.origins").orElse("*");
        boolean open = Stream.of(origins.split(","))
                .map(String::strip)
                .anyMatch(origin -> origin.equals("*") || origin.matches("/\\^?\\.[*+]\\$?/"));
        return require(!open, "quarkus.http.cors.origins lets every site ask");
    }

    private Optional<String> value(String setting) {
        return settings.getOptionalValue(setting, String.class)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static Optional<URI> address(String value) {
        try {
            URI address = URI.create(value);
            return address.getScheme() == null ? Optional.empty() : Optional.of(address);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isHere(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.startsWith("127.")
                || name.equals("0.0.0.0")
                || name.equals("[::1]");
    }

    private SettingsReview require(boolean holds, String finding) {
        if (!holds) {
            findings.add(finding);
        }
        return this;
    }
}
