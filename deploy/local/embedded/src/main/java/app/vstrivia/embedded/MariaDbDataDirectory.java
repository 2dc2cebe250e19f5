package app.vstrivia.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The first filling of a data directory. It happens next to the final place and is moved there when it is
 * complete, so that an interrupted first start leaves nothing half made.
 *
 * <p>Does what {@code mariadb-install-db} does, without the shell script, which cannot cope with every path.
 */
final class MariaDbDataDirectory {
    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    /**
     * Beside the data, and relative to them, since a full path may hold a colon. A server that starts clears its folder of what a
     * former one left, and must not do so to another's that is running.
     */
    static final String TEMPORARY = "--tmpdir=../tmp";

    private MariaDbDataDirectory() {}

    static void createIfAbsent(Path home, Path data, Path log) throws IOException {
        Files.createDirectories(data.resolveSibling("tmp"));
        if (Files.isDirectory(data)) {
            return;
        }
        Path part = data.resolveSibling("data.part");
        ChildProcess.endOrphans("--datadir=" + part);
        Directories.delete(part);
        Files.createDirectories(part);
        Process bootstrap = new ProcessBuilder(
                        home.resolve("bin/mariadbd").toString(),
                        "--no-defaults",
                        "--bootstrap",
                        "--datadir=" + part,
                        "--basedir=" + home,
                        TEMPORARY,
                        "--lc-messages-dir=" + home.resolve("share"),
                        "--user=" + System.getProperty("user.name"),
                        "--log-warnings=0",
                        "--enforce-storage-engine=",
                        "--max-allowed-packet=8M",
                        "--innodb-log-file-size=32M")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        feed(bootstrap, home);
        if (exitValue(bootstrap) != 0) {
            throw new ServerNotStarted("MariaDB could not create its tables. See " + log + " and the lines below.\n"
                    + String.join("\n", lastLines(log)));
        }
        Files.move(part, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void feed(Process bootstrap, Path home) throws IOException {
        try (OutputStream in = bootstrap.getOutputStream()) {
            // With a socket account in place of the password-less root that any local user could use.
            in.write("create database if not exists mysql;\nuse mysql;\nset @auth_root_socket='root';\n"
                    .getBytes(StandardCharsets.UTF_8));
            for (String tables : SYSTEM_TABLES) {
                Files.copy(home.resolve("share").resolve(tables), in);
                in.write('\n');
            }
        } catch (IOException ended) {
            // The process died early: its exit status and its log tell why.
            bootstrap.destroy();
        }
    }

    private static int exitValue(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ServerNotStarted("Interrupted while the database was being created");
        }
    }

    private static List<String> lastLines(Path log) throws IOException {
        List<String> lines = Files.readString(log).lines().toList();
        return lines.subList(Math.max(0, lines.size() - 15), lines.size());
    }
}
