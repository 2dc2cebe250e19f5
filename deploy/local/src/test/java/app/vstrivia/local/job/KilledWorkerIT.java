package app.vstrivia.local.job;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.embedded.EmbeddedMariaDb;
import app.vstrivia.local.client.Account;
import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaNetwork;
import app.vstrivia.local.launch.LocalSystem;
import app.vstrivia.local.launch.Secrets;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("waits")
class KilledWorkerIT {
    private static final int PLAYERS = 60;
    /** Of a worker, unless it is told otherwise. */
    private static final int THREADS = 3;

    private static final String EXPORT = "/v1/me/export";

    @TempDir
    static Path data;

    @Test
    void whatAKilledWorkerWasDoingIsDoneByTheNextAndTheEffectsAreThereOnce() throws Exception {
        try (LocalSystem system = LocalSystem.startForTest(data, 1, Map.of());
                TriviaNetwork network = new TriviaNetwork();
                Connection database = connect(system);
                Connection lock = connect(system)) {
            TriviaApi api = new TriviaApi(network, system.apiUri());
            List<Account> players = IntStream.range(0, PLAYERS)
                    .mapToObj(i -> Account.register(api, "Player " + i).join())
                    .toList();
            List<Account> first = players.subList(0, PLAYERS / 2);
            List<Account> others = players.subList(PLAYERS / 2, PLAYERS);
            first.forEach(KilledWorkerIT::request);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> count(database, "player_export WHERE made_at IS NOT NULL") > 0);

            // That an export is ready is told on its player's stream, in the transaction that ends the job.
            lock.setAutoCommit(false);
            assertEquals(others.size(), lockStreams(lock, others));
            others.forEach(KilledWorkerIT::request);
            // Each thread is now in the middle of a job, which it cannot finish.
            await().during(Duration.ofMillis(300))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> count(database, "job WHERE picked = 1") == THREADS);
            system.killApi();
            lock.rollback();
            system.startApi();

            await().atMost(Duration.ofSeconds(120))
                    .until(() -> count(database, "player_export WHERE made_at IS NULL") == 0);
            for (Account player : players) {
                JsonNode export = player.call("GET", EXPORT, null);
                assertEquals(200, fetch(export.path("url").asText()));
            }
            assertEquals(PLAYERS, count(database, "change_event WHERE kind = 'export-ready'"));
        }
    }

    private static Connection connect(LocalSystem system) throws IOException, SQLException {
        return DriverManager.getConnection(
                system.database().jdbcUrl(),
                EmbeddedMariaDb.USER,
                Secrets.in(data).databasePassword());
    }

    private static void request(Account player) {
        assertEquals("pending", player.call("GET", EXPORT, null).path("status").asText());
    }

    /** Until the connection's transaction ends; answers how many there are. */
    private static int lockStreams(Connection connection, List<Account> players) throws SQLException {
        String streams = players.stream()
                .map(player -> "'player:" + player.playerId() + "'")
                .collect(Collectors.joining(","));
        return count(connection, "stream_head WHERE stream_id IN (" + streams + ") FOR UPDATE");
    }

    private static int fetch(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static int count(Connection database, String rows) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + rows)) {
            result.next();
            return result.getInt(1);
        }
    }
}
