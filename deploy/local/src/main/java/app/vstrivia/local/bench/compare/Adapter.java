package app.vstrivia.local.bench.compare;

import app.vstrivia.local.archive.JvmArchive;
import app.vstrivia.local.bench.BenchSystem;
import app.vstrivia.local.bench.population.Player;
import app.vstrivia.local.bench.population.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Tells the harness how to start the realtime service and how to speak to it. */
final class Adapter {
    static final String NAME = "vstrivia";

    private final Path harness;
    private final Path root;
    private final BenchSystem system;
    private final Population population;
    private final CompareOptions options;

    Adapter(Path harness, Path root, BenchSystem system, Population population, CompareOptions options) {
        this.harness = harness;
        this.root = root;
        this.system = system;
        this.population = population;
        this.options = options;
    }

    /** Makes new players and rooms for a mode and writes the adapter that lets them in. */
    void write(ComparedMode mode) throws IOException, SQLException {
        Path captures = harness.resolve("captures-" + mode.word());
        if (!Files.exists(captures)) {
            Files.write(captures, captures(mode));
        }
        List<String> lines = new ArrayList<>(List.of(
                "name = " + NAME,
                "port = " + system.sockets().get(0),
                "start = \"" + options.jdk().resolve("bin/java") + "\" " + options.jvm() + " "
                        + String.join(" ", archive())
                        + " -Djava.util.logging.manager=org.jboss.logmanager.LogManager -jar \""
                        + program() + "\"",
                "gc = " + options.jdk().resolve("bin/jcmd") + " {pid} GC.run",
                "warm = " + options.warm(),
                "path = /v1/socket",
                "header = Sec-WebSocket-Protocol: trivia.v1",
                "header = Authorization: Bearer {c0}",
                "captures = " + captures,
                "open = send {\"type\":\"hello\",\"resume\":[]}",
                "open = wait \"type\":\"resumed\""));
        if (mode.hasRooms()) {
            lines.add("open = send {\"type\":\"join\",\"id\":\"j\",\"match\":\"{c1}\"}");
            lines.add("open = wait \"type\":\"snapshot\"");
        }
        lines.add("publish = {\"type\":\"announce\",\"id\":\"a\",\"match\":\"{c1}\",\"text\":\"{body}\"}");
        lines.add("rpc = {\"type\":\"ping\",\"body\":\"{body}\"}");
        lines.add("deliver = \"type\":\"" + (mode.hasRooms() ? "announcement" : "pong") + "\"");
        Files.write(harness.resolve("adapters/" + NAME + ".conf"), lines);
    }

    private Path program() {
        return root.resolve("realtime-service/target/realtime-service-runner.jar");
    }

    /** The one that the system around made with the same JVM and options; there is none for another JVM. */
    private List<String> archive() {
        boolean same =
                options.jdk().equals(Path.of(System.getProperty("java.home")).toAbsolutePath());
        return same
                ? JvmArchive.of(program(), List.of(options.jvm().strip().split("\\s+")))
                        .using()
                : List.of();
    }

    /** One line a client, {@code room · members + i}: its token, and its match. Client 0 of each room is its host. */
    private List<String> captures(ComparedMode mode) throws SQLException {
        List<Player> players = population.players(mode.rooms() * mode.members());
        List<String> lines = new ArrayList<>(players.size());
        if (!mode.hasRooms()) {
            players.forEach(player -> lines.add(player.token()));
            return lines;
        }
        List<List<Player>> crowds = new ArrayList<>();
        for (int room = 0; room < mode.rooms(); room++) {
            crowds.add(players.subList(room * mode.members(), (room + 1) * mode.members()));
        }
        List<UUID> matches = population.waitingRooms(crowds);
        for (int i = 0; i < players.size(); i++) {
            lines.add(players.get(i).token() + " " + matches.get(i / mode.members()));
        }
        return lines;
    }
}
