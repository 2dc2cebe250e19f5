package app.vstrivia.backup;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.backup.database.Server;
import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.place.Stored;
import app.vstrivia.embedded.FreePort;
import app.vstrivia.embedded.Identity;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What goes wrong with the backups of a rehearsal, and what the commands make of it. */
final class Mishaps {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ground ground;
    private final Path folder;

    Mishaps(Ground ground, Path folder) {
        this.ground = ground;
        this.folder = folder;
    }

    /** Somebody in between who shows a certificate of his own gets neither the account nor a backup. */
    void aServerThatNobodyVouchesForIsNotSpokenTo() {
        String authority = ground.environment().get("TRIVIA_BACKUP_DATABASE_CA");
        ground.set(
                "DATABASE_CA",
                Identity.make(folder.resolve("identity"), "other").certificate().toString());
        assertEquals(ExitCode.FAILED, ground.run("backup"), ground.said());
        assertFalse(ground.said().contains("Backing up"), ground.said());
        ground.set("DATABASE_CA", authority);
    }

    /** A piece that cannot be opened, a program that is not there, an account that may not. */
    void whatCannotWorkChangesNothing(Instant second) throws Exception {
        String at = second.toString();
        Set<String> before = RehearsalIT.answers(ground);
        assertEquals(ExitCode.OK, ground.run("restore", "--replace", "--at", at, "--dry-run"), ground.said());
        assertEquals(ExitCode.NOT_EMPTY, ground.run("restore", "--at", at, "--dry-run"), ground.said());

        String programs = ground.environment().get("TRIVIA_BACKUP_PROGRAMS");
        ground.set("PROGRAMS", folder.toString());
        assertEquals(ExitCode.FAILED, ground.run("restore", "--replace", "--at", at), ground.said());
        assertTrue(ground.said().contains("its program mariadb is not in"), ground.said());
        ground.set("PROGRAMS", programs);

        ground.set("TARGET_USERNAME", "backup");
        assertEquals(ExitCode.FAILED, ground.run("restore", "--replace", "--at", at), ground.said());
        assertTrue(ground.said().contains("it lacks ALTER, CREATE"), ground.said());
        ground.set("TARGET_USERNAME", "restore");

        List<Place> places = ground.settings().places();
        try {
            Place bucket = places.get(1);
            String key = bucket.list("binlog/").stream()
                    .map(Stored::key)
                    .filter(piece -> piece.endsWith(".sealed"))
                    .findFirst()
                    .orElseThrow();
            byte[] piece;
            try (InputStream in = bucket.open(key)) {
                piece = in.readAllBytes();
            }
            byte[] damaged = piece.clone();
            damaged[damaged.length / 2] ^= 1;
            bucket.put(key, damaged);
            assertEquals(ExitCode.FAILED, ground.run("restore", "--replace", "--at", at), ground.said());
            assertTrue(ground.said().contains(key + " cannot be opened"), ground.said());
            assertEquals(ExitCode.FAILED, ground.run("restore", "--replace", "--at", at, "--dry-run"), ground.said());
            bucket.put(key, piece);
        } finally {
            places.forEach(Place::close);
        }
        assertEquals(before, RehearsalIT.answers(ground), "nothing was touched");
    }

    void aBackupThatCannotBeUsedIsNoGoodOne() throws Exception {
        List<Place> places = ground.settings().places();
        try {
            Place bucket = places.get(1);
            String key = "dumps/99991231T000000Z/manifest.json";
            bucket.put(key, "{\"format\": 2}".getBytes(StandardCharsets.UTF_8));
            ground.set("CHECK_HOURS", "0");
            ground.useSpare();
            assertEquals(ExitCode.FAILED, ground.run("check", "--replace"), ground.said());
            assertTrue(
                    ground.said().contains("99991231T000000Z in " + bucket.name() + " cannot be used."), ground.said());
            assertTrue(ground.said().contains("more than 0 hours ago"), ground.said());
            bucket.delete(key);
            ground.useOwn();
        } finally {
            places.forEach(Place::close);
        }
    }

    void aDirectoryThatIsAwayKeepsNothingFromTheBucket() throws Exception {
        Path file = Files.createFile(folder.resolve("no-directory"));
        ground.set("DIRECTORY", file.toString());
        assertEquals(ExitCode.FAILED, ground.run("backup"), ground.said());
        assertTrue(ground.said().contains("The directory of backups cannot be used"), ground.said());
        assertTrue(ground.said().contains("1 kept, 1 deleted"), ground.said());
        ground.set("DIRECTORY", ground.directory().toString());
    }

    /** A program that adds a column while it dumps for the first time. */
    void aDumpIsTakenAgainIfATableChangesMeanwhile() throws Exception {
        Path programs = Path.of(ground.environment().get("TRIVIA_BACKUP_PROGRAMS"));
        Path wrapped = Files.createDirectories(folder.resolve("programs"));
        Server services = ground.services();
        Files.writeString(wrapped.resolve("mariadb-dump"), """
                #!/bin/sh
                [ -e %1$s/done ] || %2$s/mariadb --no-defaults --protocol=tcp --host=%3$s --port=%4$d --user=%5$s \\
                  --password=%6$s --skip-ssl %7$s --execute='ALTER TABLE later ADD COLUMN another INT' || exit 9
                touch %1$s/done
                exec %2$s/mariadb-dump "$@"
                """.formatted(
                        wrapped,
                        programs,
                        services.host(),
                        services.port(),
                        services.user(),
                        services.password(),
                        services.database()));
        assertTrue(wrapped.resolve("mariadb-dump").toFile().setExecutable(true));
        ground.set("PROGRAMS", wrapped.toString());
        assertEquals(ExitCode.OK, ground.run("backup"), ground.said());
        assertTrue(ground.said().contains("Tables were changed during the dump"), ground.said());
        ground.set("PROGRAMS", programs.toString());
    }

    /** Whoever does not get through to the server is alive, but not ready; he is once he does. */
    void anArchiverIsReadyOnceItHearsTheServer() throws Exception {
        Path authority = folder.resolve("authority.crt");
        Path right = Path.of(ground.environment().get("TRIVIA_BACKUP_DATABASE_CA"));
        Files.copy(folder.resolve("identity/other.crt"), authority);
        Path said = folder.resolve("archive.log");
        int port = FreePort.next();
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "archive")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        command.environment().putAll(ground.environment());
        command.environment().put("TRIVIA_BACKUP_DATABASE_CA", authority.toString());
        command.environment().put("TRIVIA_BACKUP_PORT", Integer.toString(port));
        Process archive = command.start();
        try {
            await().atMost(PATIENCE).until(() -> Files.readString(said).contains("trying again"));
            assertEquals(200, probe(port, "started"));
            assertEquals(200, probe(port, "live"));
            assertEquals(503, probe(port, "ready"));

            Files.copy(right, authority, StandardCopyOption.REPLACE_EXISTING);
            await().atMost(PATIENCE).until(() -> probe(port, "ready") == 200);
        } finally {
            archive.destroy();
            assertTrue(archive.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "the archiver goes on");
        }
    }

    private static int probe(int port, String which) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/" + which))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    void anotherServerIsAGapUntilThereIsABackupOfIt() throws Exception {
        try (Connection connection = ground.operator().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL server_id = 2");
        }
        try (Archiving archiving = new Archiving(ground)) {
            RehearsalIT.execute(ground, "INSERT INTO later (word) VALUES ('after')");
            archiving.await(Instant.now());
            assertEquals(1, archiving.gaps.size(), archiving.gaps.toString());
            assertTrue(
                    archiving.gaps.get(0).contains("the server is another one, mariadb-2; before, it was mariadb-1"));
            assertEquals(ExitCode.GAP, ground.run("restore", "--replace"), ground.said());
            assertEquals(
                    List.of("🎲", "after"),
                    RehearsalIT.texts(ground, "SELECT word FROM later ORDER BY word = 'after'"));

            assertEquals(ExitCode.OK, ground.run("backup"), ground.said());
            archiving.await(Instant.now());
            assertEquals(ExitCode.OK, ground.run("restore", "--replace", "--dry-run"), ground.said());
        }
    }
}
