package app.vstrivia.api.privacy.export;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import app.vstrivia.api.support.TestPlayer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What a player has asked for. */
final class TestExport {
    static final String PATH = "/v1/me/export";
    static final Duration SOON = Duration.ofSeconds(60);

    private TestExport() {}

    static JsonPath ready(TestPlayer player) {
        await().atMost(SOON).until(() -> player.asks().get(PATH).statusCode() == 200);
        return player.asks().get(PATH).jsonPath();
    }

    static Response fetch(String url) {
        return given().urlEncodingEnabled(false).get(url);
    }

    /** The files of the zip by their names. */
    static Map<String, String> files(TestPlayer player) throws IOException {
        byte[] zip = fetch(ready(player).getString("url"))
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/zip"))
                .header("Content-Disposition", containsString("attachment"))
                .extract()
                .asByteArray();
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
