package app.vstrivia.api.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Operator;
import app.vstrivia.api.support.TestPlayer;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class RevisionTest {
    private static final String DEVICES = "/v1/me/devices";

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
    void whoHasNotSeenTheListOfDevicesAsItIsRenamesNone() {
        String tag = ada.asks().get(DEVICES).then().statusCode(200).extract().header("ETag");
        renameDevice(tag, "Phone").statusCode(204);

        renameDevice(tag, "Tablet").statusCode(412).body("code", equalTo("precondition-failed"));

        String present = ada.asks()
                .get(DEVICES)
                .then()
                .body("name[0]", equalTo("Phone"))
                .extract()
                .header("ETag");
        renameDevice(present, "Tablet").statusCode(204);
        ada.asks().get(DEVICES).then().body("name[0]", equalTo("Tablet"));
    }

    private ValidatableResponse renameDevice(String ifMatch, String name) {
        return ada.asks()
                .header("If-Match", ifMatch)
                .body(Map.of("name", name))
                .patch(DEVICES + "/" + ada.deviceId())
                .then();
    }

    @Test
    void ofTwoAdminsWhoSawTheSameQuestionOneChangesItsStatus() {
        Operator.asks()
                .contentType("application/octet-stream")
                .body("question,a,b,correct\nSeen by two?,x,y,1\n".getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?language=rv&category=Revised")
                .then()
                .statusCode(200);
        String id = Operator.asks().get("/v1/questions?language=rv").path("items[0].id");
        String tag = question(id).statusCode(200).extract().header("ETag");
        Operator.asks()
                .header("If-None-Match", tag)
                .get("/v1/questions/" + id)
                .then()
                .statusCode(304);
        status(id, tag, "retired").statusCode(204);

        status(id, tag, "review").statusCode(412).body("code", equalTo("precondition-failed"));

        question(id).body("status", equalTo("retired"));
        status(id, question(id).extract().header("ETag"), "review").statusCode(204);
        question(id).body("status", equalTo("review"));
        status(UUID.randomUUID().toString(), tag, "review").statusCode(404);
    }

    private static ValidatableResponse question(String id) {
        return Operator.asks().get("/v1/questions/" + id).then();
    }

    private static ValidatableResponse status(String id, String ifMatch, String status) {
        return Operator.asks()
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(Map.of("status", status))
                .put("/v1/questions/" + id + "/status")
                .then();
    }

    @Test
    void whatEverybodyMayReadHasATag() {
        for (String path : new String[] {"/v1/config", "/v1/categories"}) {
            String tag = given().get(path).then().statusCode(200).extract().header("ETag");
            given().header("If-None-Match", tag).get(path).then().statusCode(304);
        }
    }
}
