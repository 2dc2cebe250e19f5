package app.vstrivia.realtime.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.sql.Values;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.TestSocket;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnnouncementTest extends Fixture {

    @Test
    void whatTheHostSaysReachesEverybodyOnce() {
        PlayerId host = matches.player();
        PlayerId ada = matches.player();
        MatchId room = roomOf(host, ada);
        try (TestSocket h = TestSocket.open(socket, host).hello();
                TestSocket a = TestSocket.open(socket, ada).hello()) {
            h.send(join(room)).awaitType("snapshot");
            a.send(join(room)).awaitType("snapshot");

            h.send(announce("s1", room, "Ein Ö, <b>two</b> minutes"));

            for (TestSocket reader : new TestSocket[] {h, a}) {
                var announcement = reader.awaitType("announcement");
                assertEquals(
                        "Ein Ö, <b>two</b> minutes", announcement.path("text").asText());
                assertEquals(room.toString(), announcement.path("match").asText());
                reader.send("{'type':'ping','body':'x'}").awaitType("pong");
                assertEquals(
                        1,
                        reader.frames().stream()
                                .filter(frame -> frame.path("type").asText().equals("announcement"))
                                .count());
            }
        }
    }

    @Test
    void onlyTheHostAnnouncesAndNotTooOften() {
        PlayerId host = matches.player();
        PlayerId ada = matches.player();
        MatchId room = roomOf(host, ada);
        try (TestSocket h = TestSocket.open(socket, host).hello();
                TestSocket a = TestSocket.open(socket, ada).hello()) {
            a.send(announce("early", room, "hello"));
            assertEquals("out-of-phase", a.awaitType("error").path("code").asText());
            a.send(join(room)).awaitType("snapshot");
            a.send(announce("mine", room, "hello"));
            var error = a.awaitType("error");
            assertEquals("forbidden", error.path("code").asText());
            assertEquals("mine", error.path("id").asText());

            h.send(join(room)).awaitType("snapshot");
            for (int i = 0; i < 8; i++) {
                h.send(announce("a" + i, room, "news"));
            }

            assertEquals("too-many", h.awaitType("error").path("code").asText());
            assertTrue(h.frames().stream()
                            .filter(frame -> frame.path("type").asText().equals("announcement"))
                            .count()
                    <= 6);
        }
    }

    private MatchId roomOf(PlayerId host, PlayerId player) {
        MatchId room = matches.duel(1, Pace.BLITZ, 60_000, player);
        matches.execute("UPDATE live_match SET kind = 'room', host_id = ? WHERE id = ?", Values.of(host, room));
        return room;
    }

    private static String announce(String id, MatchId match, String text) {
        return "{'type':'announce','id':'" + id + "','match':'" + match + "','text':'" + text + "'}";
    }
}
