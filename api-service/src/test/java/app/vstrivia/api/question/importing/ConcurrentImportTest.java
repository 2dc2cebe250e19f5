package app.vstrivia.api.question.importing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Operator;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Operators' imports do not wait for each other. */
@ApiTest
class ConcurrentImportTest {
    private static final int QUESTIONS = 600;
    private static final int AT_ONCE = 3;

    /** In an order of their own, so that the imports meet in the middle as well. */
    private static byte[] file(boolean backwards) {
        StringBuilder csv = new StringBuilder("type,question,a,b,correct,category\n");
        IntStream.range(0, QUESTIONS).forEach(i -> csv.append("single,Together ")
                .append(backwards ? QUESTIONS - 1 - i : i)
                .append("?,x,y,1,Category ")
                .append(i % 7)
                .append('\n'));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Response imports(boolean backwards, String language, String more) {
        return Operator.asks()
                .contentType("application/octet-stream")
                .body(file(backwards))
                .post("/v1/imports?format=csv&language=" + language + more);
    }

    private static <T> List<T> atOnce(Supplier<T> forwards, Supplier<T> backwards) {
        List<CompletableFuture<T>> running = Stream.iterate(0, i -> i + 1)
                .limit(AT_ONCE)
                .map(i -> CompletableFuture.supplyAsync(i % 2 == 0 ? forwards : backwards))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void theSameFileThatIsImportedByManyAtOnceAddsEachQuestionOnce() {
        List<String> answers = atOnce(
                () -> imports(false, "wa", "").then().statusCode(200).extract().asString(),
                () -> imports(true, "wa", "").then().statusCode(200).extract().asString());

        int added = answers.stream()
                .map(answer ->
                        answer.strip().lines().reduce((first, last) -> last).orElseThrow())
                .mapToInt(line -> added(new JsonPath(line)))
                .sum();
        assertEquals(QUESTIONS, added);
        assertEquals(QUESTIONS, inBank("wa"));
    }

    private static int added(JsonPath line) {
        return line.get("report") == null ? line.getInt("added") : line.getInt("report.added");
    }

    @Test
    void theSameInTheBackground() {
        List<String> locations = atOnce(
                () -> imports(false, "wb", "&async=true")
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location"),
                () -> imports(true, "wb", "&async=true")
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location"));

        int added = locations.stream()
                .mapToInt(location -> {
                    await().atMost(Duration.ofSeconds(60))
                            .until(() -> Operator.asks().get(location).path("endedAt") != null);
                    return Operator.asks().get(location).<Integer>path("added");
                })
                .sum();
        assertEquals(QUESTIONS, added);
        assertEquals(QUESTIONS, inBank("wb"));
    }

    private static int inBank(String language) {
        int count = 0;
        String cursor = "";
        while (cursor != null) {
            JsonPath page = Operator.asks()
                    .get("/v1/questions?language=" + language + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            count += page.getList("items").size();
            cursor = page.getString("next");
        }
        return count;
    }
}
