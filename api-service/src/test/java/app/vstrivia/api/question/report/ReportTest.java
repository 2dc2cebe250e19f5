package app.vstrivia.api.question.report;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.platform.paging.Cursor;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.privacy.PlayedRoom;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Operator;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class ReportTest {
    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    private TestPlayer ada;
    private TestPlayer bob;
    private String match;
    private UUID question;

    @BeforeEach
    void play() {
        Tables tables = new Tables(pool);
        ada = TestPlayer.register("Ada");
        bob = TestPlayer.register("Bob");
        match = PlayedRoom.play(transactions, tables, ada, bob).match();
        question = UuidV7.fromBuffer(
                tables.row("SELECT question_id FROM match_round WHERE round_no = 1 AND match_id = ?", match)
                        .getBuffer(0));
        settle(Instant.now().plusSeconds(5)).statusCode(204);
    }

    private ValidatableResponse settle(Instant until) {
        return admin().queryParam("until", until.toString())
                .delete("/v1/questions/" + question + "/reports")
                .then();
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(Operator.token("admin"));
    }

    private ValidatableResponse report(TestPlayer player, int round, String reason, String text) {
        return player.asks()
                .body(Map.of("reason", reason, "text", text))
                .put("/v1/matches/" + match + "/rounds/" + round + "/report")
                .then();
    }

    private ValidatableResponse reports() {
        return admin().get("/v1/questions/" + question + "/reports").then().statusCode(200);
    }

    @Test
    void whatPlayersFindWrongReachesTheQueueWithoutTheirNames() {
        report(ada, 1, "unclear", " Which one? ").statusCode(204);
        report(bob, 1, "wrong-answer", "").statusCode(204);

        String said = reports()
                .body("items.reason", containsInAnyOrder("unclear", "wrong-answer"))
                .body("items.text", containsInAnyOrder("Which one?", null))
                .extract()
                .asString();
        assertEquals(false, said.contains(ada.id()) || said.contains("Ada"));
        admin().get("/v1/questions?reported=true&limit=100")
                .then()
                .body("items.id", hasItem(question.toString()))
                .body("items.find { it.id == '" + question + "' }.reports", equalTo(2));
        admin().get("/v1/questions/" + question).then().body("reports", equalTo(2));
    }

    @Test
    void anotherReportTakesThePlaceOfTheFirst() {
        report(ada, 1, "unclear", "x").statusCode(204);
        report(ada, 1, "offensive", "y").statusCode(204);

        reports().body("items.reason", equalTo(List.of("offensive"))).body("items.text[0]", equalTo("y"));
    }

    @Test
    void whatHasBeenSeenToIsGone() {
        report(ada, 1, "language", "").statusCode(204);
        Instant seen = Instant.parse(reports().extract().path("items[0].reportedAt"));
        report(bob, 1, "outdated", "").statusCode(204);

        settle(seen).statusCode(204);

        reports().body("items.reason", equalTo(List.of("outdated")));
        admin().get("/v1/admin/audit?action=question-reports-settled")
                .then()
                .statusCode(200)
                .body("items[0].details.question", equalTo(question.toString()))
                .body("items[0].details.reports", equalTo("1"))
                .body("items[0].actor", equalTo(Operator.ID));
        admin().delete("/v1/questions/" + question + "/reports").then().statusCode(400);
        settle(Instant.now().plusSeconds(5)).statusCode(204);
        reports().body("items.size()", equalTo(0));
        admin().get("/v1/questions?reported=true&limit=100").then().body("items.id", not(hasItem(question.toString())));
    }

    @Test
    void onlyWhatWasShownCanBeReported() {
        report(TestPlayer.register("Eve"), 1, "unclear", "").statusCode(404).body("code", equalTo("not-found"));
        report(ada, 2, "unclear", "").statusCode(404);
        report(ada, 0, "unclear", "").statusCode(404);
        report(ada, 1, "boring", "").statusCode(400);
        report(ada, 1, "unclear", "x".repeat(501)).statusCode(400);

        reports().body("items.size()", equalTo(0));
    }

    @Test
    void theyComeInPagesTheNewestFirst() {
        // Three of one moment, so that a page ends among them.
        for (int i = 0; i < 5; i++) {
            pool.preparedQuery("INSERT INTO question_report (question_id, player_id, reason, text, reported_at)"
                            + " VALUES (?, ?, 'unclear', ?, ?)")
                    .execute(Values.of(
                            question,
                            UuidV7.next(),
                            String.valueOf(i),
                            LocalDateTime.of(2026, 1, 1, 0, 0, Math.max(i, 2))))
                    .await()
                    .indefinitely();
        }

        List<String> texts = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = page("?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            texts.addAll(page.getList("items.text"));
            next = page.getString("next");
        }

        assertEquals(List.of("4", "3", "0", "1", "2"), texts);
        for (String cursor : List.of(
                Cursor.of("2026-01-01T00:00:00Z", "-1").text(),
                Cursor.of("then", "1").text(),
                Cursor.of("1").text())) {
            page("?cursor=" + cursor).statusCode(400).body("code", equalTo("invalid"));
        }
    }

    private ValidatableResponse page(String query) {
        return admin().get("/v1/questions/" + question + "/reports" + query).then();
    }
}
