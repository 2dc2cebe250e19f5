package app.vstrivia.local.job;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.embedded.EmbeddedMariaDb;
import app.vstrivia.local.client.Account;
import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaNetwork;
import app.vstrivia.local.launch.LocalSystem;
import app.vstrivia.local.launch.Secrets;
import app.vstrivia.local.token.AdminToken;
import app.vstrivia.local.token.SigningKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("waits")
class KilledPublicationIT {
    private static final int STEPS = 7;

    /** The publication of "Step N" waits in the transaction of its step N for whoever has the lock, the last one in that which publishes. */
    private static final String GATE = "CREATE TRIGGER gate BEFORE UPDATE ON publication FOR EACH ROW"
            + " IF NEW.title = CONCAT('Step ', NEW.steps_done) AND NEW.steps_done <> OLD.steps_done"
            + " THEN SET @waited = GET_LOCK('gate', 120); END IF";

    @TempDir
    static Path data;

    private LocalSystem system;
    private TriviaApi api;
    private Connection database;

    @Test
    void aWorkerThatIsKilledInEveryStepAtOncePublishesNothingAndTheNextOneAll() throws Exception {
        // A thread for each step, and those that slow jobs leave to others.
        Map<String, String> settings = Map.of("TRIVIA_WORKER_THREADS", "12");
        try (LocalSystem started = LocalSystem.startForTest(data, 1, settings);
                TriviaNetwork network = new TriviaNetwork();
                Connection connection = DriverManager.getConnection(
                        started.database().jdbcUrl(),
                        EmbeddedMariaDb.USER,
                        Secrets.in(data).databasePassword())) {
            system = started;
            api = new TriviaApi(network, system.apiUri());
            database = connection;
            Account author = author();
            String picture = picture(author);
            List<String> quizzes = new ArrayList<>();
            for (int step = 1; step <= STEPS; step++) {
                quizzes.add(author.call("POST", "/v1/quizzes", quiz(step, picture))
                        .path("quizId")
                        .asText());
            }
            execute(GATE);
            execute("DO GET_LOCK('gate', 0)");

            List<String> publications = new ArrayList<>();
            for (String quiz : quizzes) {
                publications.add(author.call(
                                "POST",
                                "/v1/quizzes/" + quiz + "/publications",
                                TriviaApi.object().put("revision", 1))
                        .path("stream")
                        .asText());
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> count("information_schema.processlist WHERE state = 'User lock'") == STEPS);
            system.killApi();
            execute("DO RELEASE_LOCK('gate')");
            execute("DROP TRIGGER gate");
            for (int step = 1; step <= STEPS; step++) {
                assertEquals(
                        1,
                        count("publication WHERE title = 'Step " + step + "' AND status = 'running' AND steps_done = "
                                + (step - 1)),
                        "step " + step + " was rolled back");
            }
            system.startApi();

            await().atMost(Duration.ofSeconds(120))
                    .until(() -> count("publication WHERE status = 'published'") == STEPS);
            for (int i = 0; i < STEPS; i++) {
                assertIsWhole(author, quizzes.get(i), publications.get(i));
            }
        }
    }

    private void assertIsWhole(Account author, String quiz, String stream) throws Exception {
        JsonNode current = author.call("GET", "/v1/quizzes/" + quiz + "/current", null);
        assertEquals(1, current.path("version").asInt());
        URI document = URI.create(current.path("document").asText());
        JsonNode files =
                new ObjectMapper().readTree(fetch(document)).path("cover").path("files");
        assertTrue(files.size() > 1, files::toString);
        for (JsonNode file : files) {
            assertEquals(
                    file.path("bytes").asInt(),
                    fetch(document.resolve(file.path("name").asText())).length);
        }
        // Asked for, each step, ended.
        assertEquals(STEPS + 2, count("change_event WHERE stream_id = '" + stream + "'"));
        assertEquals(1, count("change_event WHERE stream_id = '" + stream + "' AND seq = " + (STEPS + 2)));
    }

    private Account author() throws Exception {
        Account author = Account.register(api, "Author").join();
        api.call("PUT", "/v1/admin/players/" + author.playerId() + "/roles/author", admin(), null);
        return author;
    }

    /** One that everybody may see. */
    private String picture(Account author) throws Exception {
        String id = author.call(
                        "POST", "/v1/media/pictures/base64", TriviaApi.object().put("data", png()))
                .path("id")
                .asText();
        await().atMost(Duration.ofSeconds(60)).until(() -> author.call("GET", "/v1/media/" + id, null)
                .path("status")
                .asText()
                .equals("ready"));
        api.call("PUT", "/v1/reviews/" + id, admin(), TriviaApi.object().put("decision", "approved"));
        return id;
    }

    private static String png() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "png", png);
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private String admin() throws Exception {
        return AdminToken.mint(SigningKey.read(system.signingKeyFile()), Instant.now());
    }

    private static ObjectNode quiz(int step, String picture) {
        ObjectNode quiz = TriviaApi.object()
                .put("title", "Step " + step)
                .put("language", "en")
                .put("cover", picture);
        ObjectNode question = quiz.withArray("items").addObject().putObject("question");
        question.put("type", "single").put("text", "What is at step " + step + "?");
        question.withArray("choices").addObject().put("text", "This").put("correct", true);
        question.withArray("choices").addObject().put("text", "That").put("correct", false);
        question.putObject("media").put("kind", "picture").put("reference", picture);
        return quiz;
    }

    private static byte[] fetch(URI file) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(file).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, response.statusCode(), file::toString);
        return response.body();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String rows) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + rows)) {
            result.next();
            return result.getInt(1);
        }
    }
}
