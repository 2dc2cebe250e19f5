package app.vstrivia.api.page;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page's script as the service serves it. */
final class PageBundle {
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/static/bundle/[^\"]+\\.js)\"");

    private PageBundle() {}

    static byte[] script() {
        String page = given().when().get("/").then().statusCode(200).extract().asString();
        Matcher script = SCRIPT.matcher(page);
        assertTrue(script.find(), page);
        return given().when()
                .get(script.group(1))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
