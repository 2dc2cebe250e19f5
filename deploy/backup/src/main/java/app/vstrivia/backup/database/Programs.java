package app.vstrivia.backup.database;

import app.vstrivia.backup.CommandFailure;
import app.vstrivia.backup.ExitCode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs that come with the server: the one that dumps, and the one that takes statements. MySQL's do not understand
 * MariaDB in all, nor the other way round, so that those of the server's makers are looked for.
 */
public final class Programs {
    private static final int LONGEST_LOCK_SECONDS = 3;

    private final Optional<Path> folder;
    private final Facts server;

    /** @param folder where they are; on the path if it is not said */
    public Programs(Optional<Path> folder, Facts server) {
        this.folder = folder;
        this.server = server;
    }

    /** The call that dumps the database of {@code from} to its standard output. */
    public List<String> dump(Path account, Server from) {
        List<String> call = new ArrayList<>();
        call.add(find(server.mariaDb() ? "mariadb-dump" : "mysqldump").toString());
        call.add("--defaults-extra-file=" + account);
        call.addAll(List.of(
                "--single-transaction",
                "--skip-lock-tables",
                "--quick",
                "--routines",
                "--triggers",
                "--events",
                "--hex-blob",
                "--no-tablespaces",
                "--default-character-set=utf8mb4"));
        if (!server.mariaDb()) {
            // Its global read lock waits for what runs, and all that writes waits for it: it is to give up before
            // players see
            // that. Programs that do not know the option say so and go on.
            call.add("--loose-init-command=SET SESSION lock_wait_timeout=" + LONGEST_LOCK_SECONDS);
        }
        // Where the binary log is at the moment of the dump, as a comment.
        call.addAll(
                server.mariaDb() ? List.of("--master-data=2") : List.of("--source-data=2", "--set-gtid-purged=OFF"));
        call.add(from.database());
        return call;
    }

    /** The call that runs the statements of its standard input. */
    public List<String> load(Path account, Server to) {
        return List.of(
                loader().toString(),
                "--defaults-extra-file=" + account,
                "--binary-mode",
                "--default-character-set=utf8mb4",
                to.database());
    }

    /** A file for the programs with address and account, which only its owner may read. Delete it afterwards. */
    public Path account(Server of) throws IOException {
        Path file = Files.createTempFile("account", ".cnf");
        List<String> lines = new ArrayList<>(List.of(
                "[client]",
                "protocol=tcp",
                "host=" + quoted(of.host()),
                "port=" + of.port(),
                "user=" + quoted(of.user()),
                "password=" + quoted(of.password())));
        lines.addAll(encryption(of));
        Files.write(file, lines, StandardCharsets.UTF_8);
        return file;
    }

    private List<String> encryption(Server of) {
        String mode = of.sslMode();
        if (of.authority().isPresent()) {
            return List.of(
                    "ssl-ca=" + quoted(of.authority().get().toString()),
                    server.mariaDb() ? "ssl-verify-server-cert" : "ssl-mode=" + mode);
        }
        if (server.mariaDb()) {
            return List.of(mode.equals("DISABLED") ? "skip-ssl" : "skip-ssl-verify-server-cert");
        }
        return mode.isEmpty() ? List.of() : List.of("ssl-mode=" + mode);
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** @throws CommandFailure if the program is not there that {@link #load} calls */
    public Path loader() {
        return find(server.mariaDb() ? "mariadb" : "mysql");
    }

    private Path find(String program) {
        List<Path> folders = folder.map(List::of).orElseGet(Programs::path);
        return folders.stream()
                .map(entry -> entry.resolve(program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.FAILED,
                        "The server is " + server.flavour() + " " + server.version() + ", and its program " + program
                                + " is not "
                                + folder.map(path -> "in " + path).orElse("on the path")
                                + ": install it, or say where it is with TRIVIA_BACKUP_PROGRAMS."));
    }

    private static List<Path> path() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .map(Path::of)
                .toList();
    }
}
