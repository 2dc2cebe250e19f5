package app.vstrivia.api.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class RevisionTest {
    private TestPlayer ada;

    @BeforeEach
    void register() {
        ada = TestPlayer.register("Ada L");
    }

    private String tag() {
        return ada.asks().get("/v1/me").then().statusCode(200).extract().header("ETag");
    }

    private Response rename(String ifMatch, String name) {
        return ada.asks().header("If-Match", ifMatch).body(Map.of("name", name)).patch("/v1/me");
    }

    @Test
    void whoHasItGetsNoBodyAgain() {
        String tag = tag();

        for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            ada.asks()
                    .header("If-None-Match", known)
                    .get("/v1/me")
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .body(emptyString());
        }
        ada.asks().header("If-None-Match", "\"other\"").get("/v1/me").then().statusCode(200);
    }

    @Test
    void whoHasSeenItMayChangeIt() {
        String tag = tag();

        Response renamed = rename(tag, "Augusta");

        renamed.then().statusCode(200).body("name", equalTo("Augusta"));
        assertNotEquals(tag, renamed.header("ETag"));
        assertEquals(tag(), renamed.header("ETag"));
    }

    @Test
    void whoHasSeenAnEarlierOneMayNot() {
        String tag = tag();
        rename(tag, "Augusta").then().statusCode(200);

        rename(tag, "Countess").then().statusCode(412).body("code", equalTo("precondition-failed"));

        ada.asks().get("/v1/me").then().body("name", equalTo("Augusta"));
    }

    @Test
    void withoutIfMatchTheLastOneWins() {
        ada.asks().body(Map.of("name", "Augusta")).patch("/v1/me").then().statusCode(200);
        rename("*", "Countess").then().statusCode(200).body("name", equalTo("Countess"));
    }

    @Test
    void whatEverybodyMayReadHasATag() {
        for (String path : new String[] {"/v1/config", "/v1/categories"}) {
            String tag = given().get(path).then().statusCode(200).extract().header("ETag");
            given().header("If-None-Match", tag).get(path).then().statusCode(304);
        }
    }
}
