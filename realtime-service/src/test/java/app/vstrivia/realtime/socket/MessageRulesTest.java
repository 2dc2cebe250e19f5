package app.vstrivia.realtime.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.protocol.ClientMessage;
import app.vstrivia.model.sql.Values;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.Issuer;
import app.vstrivia.realtime.testing.TestSocket;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of messages: what each leads to, for a stranger to the match that it names, a player and the host. */
@QuarkusTest
class MessageRulesTest extends Fixture {
    private static final String DEVICE = "018f0000-0000-7000-8000-0000000000d1";

    /** The types of answers, or the codes of errors. {@code MATCH} and {@code TOKEN} stand for what they say. */
    private static final List<Rule> RULES = List.of(
            new Rule(ClientMessage.Hello.class, "{'type':'hello'}", "welcome", "welcome", "welcome"),
            new Rule(
                    ClientMessage.Join.class,
                    "{'type':'join','id':'1','match':'MATCH'}",
                    "not-found",
                    "snapshot",
                    "snapshot"),
            new Rule(
                    ClientMessage.Answer.class,
                    "{'type':'answer','id':'1','match':'MATCH','round':1,'choices':[0],'elapsed':9}",
                    "out-of-phase",
                    "ack",
                    "forbidden"),
            new Rule(
                    ClientMessage.Resume.class,
                    "{'type':'resume','stream':'match:MATCH','epoch':0,'seq':0}",
                    "not-found",
                    "snapshot",
                    "snapshot"),
            new Rule(
                    ClientMessage.Heartbeat.class,
                    "{'type':'heartbeat','sent':1}",
                    "heartbeat",
                    "heartbeat",
                    "heartbeat"),
            new Rule(
                    ClientMessage.Announce.class,
                    "{'type':'announce','id':'1','match':'MATCH','text':'hear, hear'}",
                    "out-of-phase",
                    "forbidden",
                    "announcement"),
            new Rule(ClientMessage.Ping.class, "{'type':'ping','body':'x'}", "pong", "pong", "pong"),
            new Rule(
                    ClientMessage.Renew.class,
                    "{'type':'renew','id':'1','token':'TOKEN'}",
                    "renewed",
                    "renewed",
                    "renewed"),
            new Rule(
                    ClientMessage.Watch.class,
                    "{'type':'watch','id':'1','stream':'match:MATCH'}",
                    "not-found",
                    "snapshot",
                    "snapshot"),
            new Rule(
                    ClientMessage.Unwatch.class,
                    "{'type':'unwatch','stream':'match:MATCH'}",
                    "unwatched",
                    "unwatched",
                    "unwatched"));

    static List<Rule> rules() {
        return RULES;
    }

    /** The messages that the protocol has and the catalogue has not. */
    private static Set<Class<?>> missing(List<Rule> rules) {
        Set<Class<?>> messages =
                Stream.of(ClientMessage.class.getPermittedSubclasses()).collect(Collectors.toSet());
        rules.forEach(rule -> messages.remove(rule.message()));
        return messages;
    }

    @Test
    void everyMessageHasARule() {
        assertEquals(Set.of(), missing(RULES));
    }

    @Test
    void aMessageWithoutARuleIsFound() {
        assertEquals(Set.of(ClientMessage.Hello.class), missing(RULES.subList(1, RULES.size())));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everybodyMayWhatTheRuleSays(Rule rule) {
        PlayerId player = matches.player();
        PlayerId host = matches.player();
        MatchId room = roomOf(host, player);

        assertEquals(rule.player(), outcome(rule, rule.player(), player, room, Set.of("player")));
        assertEquals(rule.host(), outcome(rule, rule.host(), host, room, Set.of("player")));
        assertEquals(rule.stranger(), outcome(rule, rule.stranger(), matches.player(), room, Set.of("player")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void noRoleMakesAnyoneAnythingElse(Rule rule) {
        for (String role : List.of("author", "moderator", "admin")) {
            Set<String> roles = Set.of("player", role);
            PlayerId player = matches.player();
            PlayerId host = matches.player();
            MatchId room = roomOf(host, player);

            assertEquals(rule.player(), outcome(rule, rule.player(), player, room, roles), role + " who plays");
            assertEquals(rule.host(), outcome(rule, rule.host(), host, room, roles), role + " who hosts");
            assertEquals(
                    rule.stranger(),
                    outcome(rule, rule.stranger(), matches.player(), room, roles),
                    role + " elsewhere");
        }
    }

    @Test
    void whoIsNoPlayerGetsNoSocket() {
        PlayerId ada = matches.player();
        for (Set<String> groups : List.of(
                Set.of("author"),
                Set.of("moderator"),
                Set.of("admin"),
                Set.of("author", "moderator", "admin"),
                Set.<String>of())) {
            String token = Issuer.token(ada.toString(), DEVICE, Duration.ofMinutes(5), groups);

            assertEquals(403, refusal(ada, token));
        }
        assertEquals(401, refusal(ada, "nonsense"));
    }

    @Test
    void anotherPlayersOwnStreamIsNotThere() {
        PlayerId ada = matches.player();
        PlayerId bob = matches.player();
        String position = "'stream':'player:" + bob + "','epoch':0,'seq':0}";
        try (TestSocket a = TestSocket.open(socket, ada)) {
            a.send("{'type':'hello','resume':[{" + position + "]}");
            assertEquals("not-found", a.awaitType("error").path("code").asText());

            a.send("{'type':'resume'," + position);
            assertEquals("not-found", a.awaitType("error").path("code").asText());

            a.send("{'type':'heartbeat','streams':[{" + position + "]}");
            assertEquals("not-found", a.awaitType("error").path("code").asText());

            a.send("{'type':'watch','id':'w','stream':'player:" + bob + "'}");
            assertEquals("not-found", a.awaitType("error").path("code").asText());
        }
    }

    private int refusal(PlayerId player, String token) {
        CompletionException refused =
                assertThrows(CompletionException.class, () -> TestSocket.openWithToken(socket, player, token));
        return assertInstanceOf(WebSocketHandshakeException.class, refused.getCause())
                .getResponse()
                .statusCode();
    }

    private String outcome(Rule rule, String expected, PlayerId player, MatchId match, Set<String> groups) {
        String token = Issuer.token(player.toString(), DEVICE, Duration.ofMinutes(5), groups);
        try (TestSocket client = TestSocket.openWithToken(socket, player, token)) {
            if (rule.message() != ClientMessage.Hello.class) {
                client.hello();
            }
            if (rule.message() != ClientMessage.Hello.class && rule.message() != ClientMessage.Join.class) {
                client.send(join(match));
                client.await(frame -> concerns(frame, match) || type(frame).equals("error"));
            }
            client.send(rule.json().replace("MATCH", match.toString()).replace("TOKEN", token));
            JsonNode answer = client.await(
                    frame -> type(frame).equals(expected) || type(frame).equals("error"));
            return type(answer).equals("error") ? answer.path("code").asText() : type(answer);
        }
    }

    private static boolean concerns(JsonNode frame, MatchId match) {
        return type(frame).equals("snapshot") && frame.path("stream").asText().equals("match:" + match);
    }

    private static String type(JsonNode frame) {
        return frame.path("type").asText();
    }

    private MatchId roomOf(PlayerId host, PlayerId player) {
        MatchId room = matches.duel(1, Pace.BLITZ, 60_000, player);
        matches.execute("UPDATE live_match SET kind = 'room', host_id = ? WHERE id = ?", Values.of(host, room));
        return room;
    }

    private record Rule(Class<?> message, String json, String stranger, String player, String host) {
        @Override
        public String toString() {
            return message.getSimpleName();
        }
    }
}
