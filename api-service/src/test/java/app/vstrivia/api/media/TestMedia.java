package app.vstrivia.api.media;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import app.vstrivia.api.support.TestPlayer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What tests do with media. */
public final class TestMedia {
    private static final Duration SOON = Duration.ofSeconds(60);

    private TestMedia() {}

    public static Response uploads(TestPlayer author, byte[] file) {
        return given().auth()
                .oauth2(author.token())
                .multiPart("file", "holiday.exe", file, "application/x-msdownload")
                .post("/v1/media/pictures");
    }

    public static Response sends(TestPlayer author, byte[] file) {
        return author.asks()
                .body(Map.of("data", Base64.getEncoder().encodeToString(file)))
                .post("/v1/media/pictures/base64");
    }

    /** The id of a picture that is taken. */
    public static String picture(TestPlayer author, byte[] file) {
        return uploads(author, file).then().statusCode(202).extract().path("id");
    }

    public static JsonPath view(TestPlayer who, String id) {
        return who.asks()
                .get("/v1/media/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static JsonPath done(TestPlayer owner, String id) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> List.of("ready", "refused")
                .contains(view(owner, id).getString("status")));
        return view(owner, id);
    }

    /** Anybody who has the link. */
    public static Response fetch(String url) {
        return given().urlEncodingEnabled(false).get(url);
    }
}
