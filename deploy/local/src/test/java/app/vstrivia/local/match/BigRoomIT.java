package app.vstrivia.local.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.local.client.Account;
import app.vstrivia.local.client.Ack;
import app.vstrivia.local.client.Frame;
import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaClient;
import app.vstrivia.local.client.TriviaNetwork;
import app.vstrivia.local.launch.LocalSystem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room of many on two replicas. */
class BigRoomIT {
    private static final int PLAYERS = 500;
    private static final int AT_ONCE = 50;
    private static final int ROUNDS = 2;
    private static final int SLOWEST_MS = 1_500;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    static Path data;

    @Test
    void everybodyAnswersAndIsToldTheOwnResult() throws Exception {
        try (LocalSystem system = LocalSystem.startForTest(data, 2, Map.of());
                TriviaNetwork network = new TriviaNetwork()) {
            TriviaApi api = new TriviaApi(network, system.apiUri());
            List<Guest> guests = new ArrayList<>();
            List<Account> accounts = accounts(api);
            for (int i = 0; i < PLAYERS; i++) {
                int replica = i % 2;
                guests.add(new Guest(
                        new TriviaClient(network, accounts.get(i), () -> system.socketUri(replica)).connect()));
            }
            try (Contestant host = new Contestant(api, "Host", () -> system.socketUri(0)).awaitReady()) {
                JsonNode room = openRoom(host);
                String match = room.path("matchId").asText();
                host.client().join(match);
                joinAtOnce(accounts, room.path("pin").asText());
                guests.forEach(guest -> guest.client.join(match));
                for (Guest guest : guests) {
                    guest.client.await(frame -> isSnapshot(frame, match), PATIENCE);
                }
                Frame all = host.client()
                        .await(
                                frame -> frame.type().equals("presence")
                                        && frame.json().path("players").asInt() == PLAYERS,
                                PATIENCE);
                assertEquals(match, all.json().path("match").asText());

                host.client().account().call("POST", "/v1/rooms/" + match + "/start", null);
                for (Guest guest : guests) {
                    guest.client.await(frame -> frame.isEvent("finished"), PATIENCE);
                }

                host.await("finished");
                everyAnswerWasAcknowledgedAndCounted(guests, host);
                everybodyKnowsTheOwnRank(guests);
                guests.forEach(guest -> nobodyIsToldOfEverybody(guest.client, match));
                progressIsToldOfOpenRounds(host.client().frames());
            } finally {
                guests.forEach(guest -> guest.client.close());
            }
        }
    }

    private static List<Account> accounts(TriviaApi api) {
        List<Account> accounts = new ArrayList<>();
        for (int from = 0; from < PLAYERS; from += AT_ONCE) {
            List<CompletableFuture<Account>> some = new ArrayList<>();
            for (int i = from; i < Math.min(PLAYERS, from + AT_ONCE); i++) {
                some.add(Account.register(api, "Guest " + i));
            }
            some.forEach(account -> accounts.add(account.join()));
        }
        return accounts;
    }

    private static JsonNode openRoom(Contestant host) {
        ObjectNode settings = TriviaApi.object().put("pace", "fast").put("count", ROUNDS);
        return host.client()
                .account()
                .call("POST", "/v1/rooms", TriviaApi.object().set("settings", settings));
    }

    private static void joinAtOnce(List<Account> accounts, String pin) {
        List<CompletableFuture<JsonNode>> joins = accounts.stream()
                .map(account -> account.send(
                        "POST", "/v1/rooms/join", TriviaApi.object().put("pin", pin)))
                .toList();
        joins.forEach(CompletableFuture::join);
    }

    private static void everyAnswerWasAcknowledgedAndCounted(List<Guest> guests, Contestant host) throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            int[] taken = new int[16];
            for (Guest guest : guests) {
                Ack ack = guest.acks.get(round);
                assertTrue(ack != null && ack.stored(), "an answer to round " + round + " was not stored");
                taken[ack.answer().path("choices").get(0).asInt()]++;
            }
            assertEquals(
                    PLAYERS,
                    host.awaitRound("round-sealed", round)
                            .data()
                            .path("answers")
                            .asInt());
            JsonNode counts = host.awaitRound("round-revealed", round).data().path("counts");
            for (int choice = 0; choice < counts.size(); choice++) {
                assertEquals(taken[choice], counts.get(choice).asInt(), "round " + round + ", choice " + choice);
            }
        }
    }

    /** Better is who has more points, or as many in less time. */
    private static void everybodyKnowsTheOwnRank(List<Guest> guests) {
        for (int round = 1; round <= ROUNDS; round++) {
            int last = round;
            List<long[]> scores = guests.stream()
                    .map(guest -> new long[] {guest.result(last).path("score").asLong(), guest.answerMs(last)})
                    .toList();
            for (int i = 0; i < scores.size(); i++) {
                long[] own = scores.get(i);
                long better = scores.stream()
                        .filter(one -> one[0] > own[0] || one[0] == own[0] && one[1] < own[1])
                        .count();
                assertEquals(
                        better + 1, guests.get(i).result(round).path("rank").asLong(), "rank after round " + round);
            }
        }
    }

    private static void nobodyIsToldOfEverybody(TriviaClient client, String match) {
        List<Frame> frames = client.frames();
        assertEquals(0, client.gaps());
        assertEquals(0, client.duplicateEvents());
        assertTrue(
                frames.stream().filter(frame -> frame.isEvent("player-joined")).count() <= 100);
        for (Frame frame : frames) {
            assertTrue(frame.data().path("players").size() <= 100, "a list of everybody");
            assertTrue(frame.data().path("standings").size() <= 10, "standings of everybody");
            assertTrue(frame.stream().isEmpty()
                    || frame.stream().equals("match:" + match)
                    || frame.stream().equals("player:" + client.playerId()));
        }
    }

    private static void progressIsToldOfOpenRounds(List<Frame> frames) {
        int open = 0;
        int before = 0;
        int told = 0;
        for (Frame frame : frames) {
            if (frame.isEvent("round-opened")) {
                open = frame.data().path("round").asInt();
                before = 0;
            } else if (frame.type().equals("progress")) {
                int answered = frame.json().path("answered").asInt();
                assertEquals(open, frame.json().path("round").asInt());
                assertEquals(PLAYERS, frame.json().path("players").asInt());
                assertTrue(answered >= before && answered <= PLAYERS, frame.text());
                before = answered;
                told++;
            }
        }
        assertTrue(told >= ROUNDS, "progress was told " + told + " times");
    }

    private static boolean isSnapshot(Frame frame, String match) {
        return frame.type().equals("snapshot") && frame.stream().equals("match:" + match);
    }

    /** A player who answers each round once, a little after it opened. */
    private static final class Guest {
        private final TriviaClient client;
        private final Map<Integer, Ack> acks = new ConcurrentHashMap<>();

        private Guest(TriviaClient client) {
            this.client = client;
            client.listen(this::hear);
        }

        private void hear(Frame frame) {
            if (frame.isEvent("round-opened")) {
                int round = frame.data().path("round").asInt();
                int choices = frame.data().path("choices").size();
                String match = frame.stream().substring("match:".length());
                int wait = ThreadLocalRandom.current().nextInt(SLOWEST_MS);
                int choice = ThreadLocalRandom.current().nextInt(choices);
                CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS)
                        .execute(() -> client.answer(match, round, List.of(choice), wait)
                                .thenAccept(ack -> acks.put(round, ack)));
            }
        }

        JsonNode result(int round) {
            return client.frames().stream()
                    .filter(frame -> frame.type().equals("result")
                            && frame.json().path("round").asInt() == round)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no result of round " + round))
                    .json();
        }

        long answerMs(int upTo) {
            long sum = 0;
            for (int round = 1; round <= upTo; round++) {
                sum += acks.get(round).answer().path("elapsed").asLong();
            }
            return sum;
        }
    }
}
