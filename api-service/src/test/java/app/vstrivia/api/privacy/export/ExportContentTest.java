package app.vstrivia.api.privacy.export;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.privacy.PlayedRoom;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in the file, and what must not be. */
@ApiTest
class ExportContentTest {
    /** Tables with something of a player that is not in it, and why. */
    private static final Map<String, String> NOT_IN_IT = Map.of(
            "device_link", "the hash of a code, for ten minutes",
            "merge_offer", "the hash of a token, for ten minutes",
            "match_presence", "numbers of sockets",
            "player_export", "that it was asked for",
            "stream_reader", "identifiers of what may be watched, which is told where it is",
            "revocation", "for two hours; what was taken is told in devices");

    @Inject
    Pool pool;

    @Inject
    Transactions transactions;

    private Tables tables;
    private TestPlayer ada;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.register("Ada " + UUID.randomUUID().toString().substring(0, 8));
    }

    private String stream() {
        return "player:" + ada.id();
    }

    @Test
    void itHoldsWhatIsKnownAndNothingOfOthers() throws IOException {
        TestPlayer bob =
                TestPlayer.register("Bob " + UUID.randomUUID().toString().substring(0, 8));
        PlayedRoom played = PlayedRoom.play(transactions, tables, ada, bob).finish(transactions, tables);
        ada.asks()
                .body(Map.of("settings", Map.of("count", 3)))
                .post("/v1/rooms")
                .then()
                .statusCode(201);

        Map<String, String> files = TestExport.files(ada);

        assertEquals(ada.name(), new JsonPath(files.get("player.json")).getString("[0].name"), files.toString());
        assertEquals(ada.deviceId(), new JsonPath(files.get("devices.json")).getString("[0].id"));
        JsonPath match = new JsonPath(files.get("matches.json"));
        assertEquals(played.match(), match.getString("[0].id"));
        assertEquals("finished", match.getString("[0].phase"));
        JsonPath answer = new JsonPath(files.get("answers.json"));
        assertEquals(List.of(1), answer.getList("[0].answered"));
        assertEquals(List.of("w", "x", "y", "z"), answer.getList("[0].offered"));
        assertEquals(900, answer.getInt("[0].points"));
        JsonPath asked = new JsonPath(files.get("questions.json"));
        assertEquals(1, asked.getList("$").size());
        assertEquals(answer.getString("[0].text"), asked.getString("[0].text"));
        assertEquals(
                1, new JsonPath(files.get("hosted-matches.json")).getList("$").size());
        assertEquals(List.of(), new JsonPath(files.get("tickets.json")).getList("$"));
        JsonPath deeds = new JsonPath(files.get("deeds.json"));
        assertEquals("sign-in", deeds.getString("[0].action"));
        assertEquals("device:" + ada.deviceId(), deeds.getString("[0].subject"));
        assertTrue(files.get("README.txt").contains("answers.json"));
        String everything = files.toString();
        assertFalse(everything.contains(bob.name()));
        assertFalse(everything.contains(bob.id()));
    }

    @Test
    void whatAMergedGuestWasToldIsInIt() throws IOException {
        TestPlayer guest = TestPlayer.register("Guest");
        TestExport.ready(guest);
        assertEquals(List.of("export-ready"), tables.events("player:" + guest.id()));
        pool.preparedQuery("UPDATE player SET merged_into = ? WHERE id = ?")
                .execute(Values.of(PlayerId.parse(ada.id()), PlayerId.parse(guest.id())))
                .await()
                .indefinitely();

        JsonPath events = new JsonPath(TestExport.files(ada).get("events.json"));

        assertEquals(List.of("export-ready"), events.getList("kind"));
    }

    @Test
    void theSolutionOfARunningRoundIsNotInIt() throws IOException {
        PlayedRoom played = PlayedRoom.play(transactions, tables, ada, TestPlayer.register("Bob"));
        tables.execute("UPDATE answer SET correct = NULL, points = NULL WHERE match_id = ?", played.match());

        JsonPath answers = new JsonPath(TestExport.files(ada).get("answers.json"));

        assertEquals(1, answers.getList("$").size());
        assertNull(answers.get("[0].correct"));
        assertNull(answers.get("[0].points"));
        assertEquals(List.of(), new JsonPath(TestExport.files(ada).get("questions.json")).getList("$"));
    }

    @Test
    void noSecretAndNoHashIsInIt() throws IOException {
        String code = ada.asksForLinkCode().jsonPath().getString("code");
        String newSecret = ada.asks()
                .body(Map.of("secret", ada.secret()))
                .post("/v1/me/devices/current/secret")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        String refreshToken = given().contentType("application/json")
                .body(Map.of("deviceId", ada.deviceId(), "secret", newSecret))
                .post("/v1/tokens")
                .jsonPath()
                .getString("refreshToken");

        String everything = TestExport.files(ada).toString();

        List<String> secrets = new ArrayList<>(List.of(ada.secret(), newSecret, refreshToken, code));
        for (byte[] hash : hashes()) {
            secrets.add(HexFormat.of().formatHex(hash));
            secrets.add(HexFormat.of().withUpperCase().formatHex(hash));
            secrets.add(Base64.getEncoder().encodeToString(hash));
            secrets.add(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        }
        assertTrue(secrets.size() >= 4 + 4 * 5, "the secrets are known to the test");
        secrets.forEach(secret -> assertFalse(everything.contains(secret), secret));
        assertFalse(everything.toLowerCase(Locale.ROOT).contains("hash\""));
    }

    private List<byte[]> hashes() {
        List<byte[]> hashes = new ArrayList<>();
        for (String sql : List.of(
                "SELECT secret_hash FROM device WHERE player_id = ?",
                "SELECT old_secret_hash FROM device WHERE player_id = ?",
                "SELECT r.hash FROM refresh_token r JOIN device d ON d.id = r.device_id WHERE d.player_id = ?",
                "SELECT r.family_hash FROM refresh_token r JOIN device d ON d.id = r.device_id WHERE d.player_id = ?",
                "SELECT code_hash FROM device_link WHERE player_id = ?")) {
            for (Row row : pool.preparedQuery(sql)
                    .execute(Values.of(UUID.fromString(ada.id())))
                    .await()
                    .indefinitely()) {
                hashes.add(row.getBuffer(0).getBytes());
            }
        }
        return hashes;
    }

    @Test
    void everyTableWithSomethingOfAPlayerIsInIt() {
        List<String> forgotten = pool
                .query("SELECT DISTINCT table_name AS t FROM information_schema.columns WHERE table_schema = DATABASE()"
                        + " AND column_name IN ('player_id', 'device_id', 'host_id', 'owner_id', 'actor')")
                .execute()
                .await()
                .indefinitely()
                .stream()
                .map(row -> row.getString("t"))
                .filter(table -> !NOT_IN_IT.containsKey(table))
                .filter(table -> SectionStore.SECTIONS.stream()
                        .noneMatch(section -> section.query().matches(".*\\b" + table + "\\b.*")))
                .toList();

        assertEquals(List.of(), forgotten);
    }
}
