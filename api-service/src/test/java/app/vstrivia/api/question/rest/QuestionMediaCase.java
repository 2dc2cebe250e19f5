package app.vstrivia.api.question.rest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;

/** A bank with questions about pictures and videos, an author and an admin. */
abstract class QuestionMediaCase {
    static final Duration SOON = Duration.ofSeconds(60);
    static final byte[] VIDEO =
            ("\0\0\0\u0018ftypisom\0\0\2\0isommp42" + "v".repeat(500)).getBytes(StandardCharsets.ISO_8859_1);

    @Inject
    Pool pool;

    Tables tables;
    TestPlayer ada;
    TestPlayer admin;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.with("author");
        admin = TestPlayer.with("admin");
    }

    ValidatableResponse media(String question, String ifMatch, String medium) {
        var asking = admin.asks().body(Map.of("kind", "picture", "reference", medium, "alternative", "Another face"));
        return (ifMatch == null ? asking : asking.header("If-Match", ifMatch))
                .put("/v1/questions/" + question + "/media")
                .then();
    }

    static String question(String text, String kind, String reference, String more) {
        return """
                {"type":"text","text":"%s","accepted":["Ann"],"media":{"kind":"%s","reference":"%s"%s}}""".formatted(text, kind, reference, more == null ? "" : "," + more);
    }

    static byte[] csv(String medium) {
        return ("type,question,a,b,correct,media,media_alternative\nsingle,Who is it?,x,y,1," + medium + ",A face\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip(Map<String, byte[]> media, String... questions) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "manifest.json",
                ("{\"format\":\"vstrivia-questions\",\"source\":\"Us\",\"licence\":\"CC0-1.0\",\"questions\":["
                                + String.join(",\n", questions) + "]}")
                        .getBytes(StandardCharsets.UTF_8));
        files.putAll(media);
        return zipOf(files);
    }

    static byte[] zipOf(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    static JsonPath report(TestPlayer by, byte[] file, String query) {
        String[] lines = given().auth()
                .oauth2(by.token())
                .contentType("application/octet-stream")
                .body(file)
                .post("/v1/imports?category=Shown&" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\n");
        return JsonPath.from(lines[lines.length - 1]).setRootPath("report");
    }

    byte[] export(String language) {
        return admin.asks()
                .get("/v1/exports/questions?language=" + language)
                .then()
                .statusCode(200)
                .header("Questions-Left-Out", "0")
                .extract()
                .asByteArray();
    }

    /** Every question that waits, with what it shows. */
    void approveAll(String language) {
        JsonPath waiting = admin.asks()
                .get("/v1/questions?status=review&language=" + language)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        for (int i = 0; i < waiting.getList("items").size(); i++) {
            String medium = waiting.getString("items[" + i + "].media.reference");
            await().atMost(SOON)
                    .until(() -> count("SELECT COUNT(*) FROM medium WHERE id = ? AND status = 'ready'", medium) == 1);
            decide(medium, "approved");
            status(waiting.getString("items[" + i + "].id"), "approved").statusCode(204);
        }
    }

    /** As if it were another bank. */
    void forget(String language) {
        for (String sql : List.of(
                "DELETE u FROM medium_use u JOIN question q ON q.id = u.user_id JOIN question_bucket b ON b.id = q.bucket_id"
                        + " WHERE b.language = ?",
                "DELETE l FROM question_likeness l JOIN question q ON q.id = l.question_id"
                        + " JOIN question_bucket b ON b.id = q.bucket_id WHERE b.language = ?",
                "DELETE q FROM question q JOIN question_bucket b ON b.id = q.bucket_id WHERE b.language = ?",
                "UPDATE question_bucket SET size = 0 WHERE language = ?")) {
            pool.preparedQuery(sql).execute(Tuple.of(language)).await().indefinitely();
        }
    }

    long count(String sql, String id) {
        return tables.row(sql, id).getLong(0);
    }

    String onlyOne(String language, String status) {
        return admin.asks()
                .get("/v1/questions?language=" + language + "&status=" + status)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .extract()
                .path("items[0].id");
    }

    ValidatableResponse status(String question, String status) {
        return admin.asks()
                .body(Map.of("status", status))
                .put("/v1/questions/" + question + "/status")
                .then();
    }

    static void decide(String medium, String decision) {
        TestPlayer.with("moderator")
                .asks()
                .body(Map.of("decision", decision))
                .put("/v1/reviews/" + medium)
                .then()
                .statusCode(204);
    }
}
