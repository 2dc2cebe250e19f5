package app.vstrivia.api.privacy.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.privacy.PlayedRoom;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class RetentionTest {
    @Inject
    Pool pool;

    @Inject
    Transactions transactions;

    @Inject
    RetentionJob job;

    private Tables tables;
    private TestPlayer ada;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.register("Ada");
        // Tests make matches older than those that went before.
        execute("DELETE FROM retention_mark");
    }

    private void execute(String sql, Object... values) {
        pool.preparedQuery(sql).execute(Values.of(values)).await().indefinitely();
    }

    private int count(String rows, Object... values) {
        return pool.preparedQuery("SELECT COUNT(*) FROM " + rows)
                .execute(Values.of(values))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getInteger(0);
    }

    private void run() {
        Outcome outcome = job.run("all");
        while (!outcome.isDone()) {
            outcome = job.run("all");
        }
    }

    private PlayedRoom finished() {
        return PlayedRoom.play(transactions, tables, TestPlayer.register("Bob"), TestPlayer.register("Cleo"))
                .finish(transactions, tables);
    }

    private void finishedAgo(PlayedRoom played, int days) {
        tables.setMatch(played.match(), "finished_at = NOW(6) - INTERVAL " + days + " DAY");
    }

    private int details(PlayedRoom played) {
        UUID match = UUID.fromString(played.match());
        String stream = "match:" + played.match();
        return count("answer WHERE match_id = ?", match)
                + count("match_presence WHERE match_id = ?", match)
                + count("change_event WHERE stream_id = ?", stream)
                + count("stream_head WHERE stream_id = ?", stream);
    }

    private int results(PlayedRoom played) {
        UUID match = UUID.fromString(played.match());
        return count("live_match WHERE id = ?", match)
                + count("match_player WHERE match_id = ?", match)
                + count("match_round WHERE match_id = ?", match);
    }

    @Test
    void theDetailsOfAMatchGoAfterAMonthAndItsResultsStay() {
        PlayedRoom old = finished();
        PlayedRoom recent = finished();
        int kept = details(recent);
        int results = results(old);
        finishedAgo(old, 31);
        finishedAgo(recent, 29);

        run();

        assertEquals(0, details(old));
        assertEquals(results, results(old));
        assertTrue(kept > 4);
        assertEquals(kept, details(recent));
        old.one().asks().get("/v1/matches/" + old.match()).then().statusCode(200);
    }

    @Test
    void aMatchThatIsNotOverKeepsEverything() {
        PlayedRoom running = PlayedRoom.play(transactions, tables, ada, TestPlayer.register("Bob"));
        tables.setMatch(running.match(), "created_at = NOW(6) - INTERVAL 3 YEAR");
        int details = details(running);
        int results = results(running);

        run();

        assertEquals(details, details(running));
        assertEquals(results, results(running));
    }

    @Test
    void theResultsGoAfterTwoYears() {
        PlayedRoom old = finished();
        PlayedRoom recent = finished();
        int kept = results(recent);
        finishedAgo(old, 731);
        finishedAgo(recent, 729);

        run();

        assertEquals(0, details(old) + results(old));
        assertEquals(0, details(recent));
        assertEquals(kept, results(recent));
    }

    @Test
    void eachRunGoesOnWhereTheOneBeforeEnded() {
        PlayedRoom first = finished();
        finishedAgo(first, 32);
        run();
        PlayedRoom second = finished();
        finishedAgo(second, 31);

        run();

        assertEquals(0, details(second));
        assertEquals(
                1,
                count("retention_mark WHERE rule = 'match-details' AND match_id = ?", UUID.fromString(second.match())));
    }

    @Test
    void whatAPlayerWasToldStays() {
        ada.asksForLinkCode().then().statusCode(201);
        execute(
                "INSERT INTO change_event (stream_id, seq, kind, payload, created_at)"
                        + " VALUES (?, 1, 'match-left', '{}', NOW(6) - INTERVAL 3 YEAR)",
                "player:" + ada.id());

        run();

        assertEquals(1, count("change_event WHERE stream_id = ?", "player:" + ada.id()));
        assertEquals(1, count("stream_head WHERE stream_id = ?", "player:" + ada.id()));
        assertEquals(1, count("device_link WHERE player_id = ?", UUID.fromString(ada.id())));
    }

    @Test
    void ticketsGoAfterAWeekHoweverManyThereAre() {
        tickets(2_500, 8);
        tickets(3, 6);

        run();

        assertEquals(3, count("matchmaking_ticket WHERE player_id = ?", UUID.fromString(ada.id())));
    }

    private void tickets(int number, int days) {
        List<Tuple> rows = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            rows.add(Values.of(UuidV7.next(), UUID.fromString(ada.id()), days, days));
        }
        pool.preparedQuery("INSERT INTO matchmaking_ticket (id, player_id, name, queue, settings, status, created_at,"
                        + " last_seen_at) VALUES (?, ?, 'Ada', 'none', '{}', 'cancelled', NOW(6) - INTERVAL ? DAY,"
                        + " NOW(6) - INTERVAL ? DAY)")
                .executeBatch(rows)
                .await()
                .indefinitely();
    }

    @Test
    void whatHasExpiredGoesAndTheRestStays() {
        UUID player = UUID.fromString(ada.id());
        String revocation = "INSERT INTO revocation (player_id, revoked_at) VALUES (?, NOW(6) - INTERVAL ? MINUTE)";
        execute(revocation, player, 119);
        execute(revocation, player, 121);
        ada.asksForLinkCode().then().statusCode(201);
        TestPlayer bob = TestPlayer.register("Bob");
        bob.asksForLinkCode().then().statusCode(201);
        UUID other = UUID.fromString(bob.id());
        execute("UPDATE device_link SET expires_at = NOW(6) - INTERVAL 1 SECOND WHERE player_id = ?", other);
        UUID othersDevice = UUID.fromString(bob.deviceId());
        execute("UPDATE refresh_token SET expires_at = NOW(6) - INTERVAL 1 SECOND WHERE device_id = ?", othersDevice);

        execute("UPDATE login SET logged_in_at = NOW(6) - INTERVAL 179 DAY WHERE player_id = ?", player);
        execute("UPDATE login SET logged_in_at = NOW(6) - INTERVAL 181 DAY WHERE player_id = ?", other);
        for (TestPlayer one : List.of(ada, bob)) {
            String rest = "UNHEX(SHA2(?, 256)), NOW(6) + INTERVAL ? SECOND)";
            int left = one == ada ? 60 : -1;
            execute("INSERT INTO sign_in_nonce (hash, expires_at) VALUES (" + rest, one.id(), left);
            execute(
                    "INSERT INTO merge_offer (player_id, identity_id, guest_id, token_hash, expires_at)"
                            + " VALUES (x'00', x'00', ?, " + rest,
                    UUID.fromString(one.id()),
                    one.id(),
                    left);
            execute(
                    "INSERT INTO idempotency_record (salt, fingerprint, holder, held_until, id, expires_at)"
                            + " VALUES (x'00', x'00', x'00', NOW(6), " + rest,
                    one.id(),
                    left);
        }

        run();

        assertEquals(1, count("login WHERE player_id = ?", player));
        assertEquals(0, count("login WHERE player_id = ?", other));
        for (String rows : List.of(
                "sign_in_nonce WHERE hash = UNHEX(SHA2(?, 256))",
                "merge_offer WHERE token_hash = UNHEX(SHA2(?, 256))",
                "idempotency_record WHERE id = UNHEX(SHA2(?, 256))")) {
            assertEquals(1, count(rows, ada.id()), rows);
            assertEquals(0, count(rows, bob.id()), rows);
        }
        assertEquals(1, count("revocation WHERE player_id = ?", player));
        assertEquals(1, count("device_link WHERE player_id = ?", player));
        assertEquals(1, count("refresh_token WHERE device_id = ?", UUID.fromString(ada.deviceId())));
        assertEquals(0, count("device_link WHERE player_id = ?", other));
        assertEquals(0, count("refresh_token WHERE device_id = ?", othersDevice));
        ada.asks().get("/v1/me").then().statusCode(200);
    }

    @Test
    void whatWasNotedGoesAfterThirteenMonthsThroughAViewThatHasNothingYounger() {
        UUID request = UuidV7.next();
        for (int days : List.of(397, 395)) {
            execute(
                    "INSERT INTO audit_event (at, action, request_id) VALUES (NOW(6) - INTERVAL ? DAY, 'sign-in', ?)",
                    days,
                    request.toString());
        }
        String old = " WHERE request_id = ? AND at < NOW(6) - INTERVAL 396 DAY";
        assertEquals(1, count("audit_event" + old, request.toString()));

        execute("DELETE FROM expired_audit_event WHERE at > NOW(6) - INTERVAL 396 DAY");
        run();

        assertEquals(0, count("audit_event" + old, request.toString()));
        assertEquals(1, count("audit_event WHERE request_id = ?", request.toString()));
    }
}
