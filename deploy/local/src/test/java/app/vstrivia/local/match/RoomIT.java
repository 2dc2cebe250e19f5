package app.vstrivia.local.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.local.client.Frame;
import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaNetwork;
import app.vstrivia.local.launch.LocalSystem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomIT {
    /** Longer than anything here may last, but for the round that waits for it: the limit of a round is 10 s. */
    private static final int THINKS_MS = 8_000;

    @TempDir
    static Path data;

    private TriviaApi api;
    private Contestant host;
    private String match;

    @Test
    void aHostPausesResumesSkipsKicksAndEndsAndPlayersJoinInTheMiddle() throws Exception {
        try (LocalSystem system = LocalSystem.startForTest(data, 1, Map.of());
                TriviaNetwork network = new TriviaNetwork()) {
            api = new TriviaApi(network, system.apiUri());
            host = new Contestant(api, "Host", () -> system.socketUri(0)).awaitReady();
            try (Contestant ada = new Contestant(api, "Ada", () -> system.socketUri(0)).awaitReady();
                    Contestant slow = new Contestant(api, "Slow", () -> system.socketUri(0), THINKS_MS).awaitReady();
                    Contestant late = new Contestant(api, "Late", () -> system.socketUri(0)).awaitReady()) {
                String pin = openRoom();
                enter(ada, pin);
                enter(slow, pin);
                command("start");

                ada.awaitRound("round-opened", 1);
                command("pause");
                ada.await("paused");
                assertTrue(ada.acks().get(1).stored(), "the round was played to its end before the pause");
                enter(late, pin);
                command("resume");

                Frame opened = late.awaitRound("round-opened", 2);
                command("skip");
                Frame sealed = late.awaitRound("round-sealed", 2);
                assertTrue(
                        Duration.ofNanos(sealed.receivedAt() - opened.receivedAt())
                                        .toMillis()
                                < THINKS_MS,
                        "a skipped round waits for nobody");

                host.client()
                        .account()
                        .call(
                                "DELETE",
                                "/v1/rooms/" + match + "/players/"
                                        + slow.client().playerId(),
                                null);
                assertEquals(
                        "kicked", ada.await("player-left").data().path("reason").asText());
                opened = ada.awaitRound("round-opened", 3);
                sealed = ada.awaitRound("round-sealed", 3);
                assertTrue(
                        Duration.ofNanos(sealed.receivedAt() - opened.receivedAt())
                                        .toMillis()
                                < THINKS_MS,
                        "who was kicked is not waited for");
                command("end");

                assertEquals(
                        "ended", ada.await("finished").data().path("reason").asText());
                late.await("finished");
                Verdict.check(ada, match, 3);
                Verdict.check(late, match, 3);
                assertEquals(
                        1,
                        slow.client().frames().stream()
                                .filter(RoomIT::isForbidden)
                                .count());
                assertTrue(slow.client().frames().stream().noneMatch(frame -> frame.isEvent("finished")));
            } finally {
                host.close();
            }
        }
    }

    private String openRoom() {
        ObjectNode settings = TriviaApi.object().put("pace", "fast").put("count", 6);
        JsonNode room = host.client()
                .account()
                .call("POST", "/v1/rooms", TriviaApi.object().set("settings", settings));
        match = room.path("matchId").asText();
        return room.path("pin").asText();
    }

    private void enter(Contestant player, String pin) throws Exception {
        player.client()
                .account()
                .call("POST", "/v1/rooms/join", TriviaApi.object().put("pin", pin));
        player.client().join(match);
        player.client()
                .await(
                        frame -> frame.type().equals("snapshot")
                                && frame.stream().equals("match:" + match),
                        Duration.ofSeconds(30));
    }

    private void command(String what) {
        host.client().account().call("POST", "/v1/rooms/" + match + "/" + what, null);
    }

    private static boolean isForbidden(Frame frame) {
        return frame.type().equals("error")
                && frame.json().path("code").asText().equals("forbidden");
    }
}
