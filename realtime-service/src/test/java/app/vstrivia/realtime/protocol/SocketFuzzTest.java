package app.vstrivia.realtime.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Pace;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.TestSocket;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Says over many sockets whatever a client might. Runs again with {@code -Dfuzz.seed=…} what a seed has found, and goes on
 * for longer with {@code -Dfuzz.messages=…}.
 */
@QuarkusTest
class SocketFuzzTest extends Fixture {
    private static final int MESSAGES = Integer.getInteger("fuzz.messages", 20_000);
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
    private static final int WORKERS = 8;

    /** As many as a connection may say at once, less the pings and the last one. */
    private static final int AT_ONCE = 29;

    /** After so many messages comes a ping, whose pong tells that they have been dealt with. */
    private static final int BETWEEN_PINGS = 3;

    /** A conversation ends with the 17th error: what is dealt with in each must not become a trickle. */
    private static final int FEWEST_ON_AVERAGE = 8;

    /** With these the service says that it failed, whatever it was told. */
    private static final Set<Integer> FAILURES = Set.of(1013, 4503);

    private static final String PING = "dealt-with-";

    private static final AsyncApi DOCUMENT = AsyncApi.read();

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> heard = new ConcurrentSkipListMap<>();

    @Test
    void whateverIsSaidTheAnswersAreAsDescribed() throws Exception {
        System.out.println("fuzz.seed=" + SEED);
        StackTraces traces = new StackTraces();
        Logger.getLogger("").addHandler(traces);
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Callable<Integer>> work = IntStream.range(0, WORKERS)
                    .<Callable<Integer>>mapToObj(worker -> () -> talk(new Random(SEED + worker), MESSAGES / WORKERS))
                    .toList();
            int dealtWith = 0;
            for (var done : threads.invokeAll(work)) {
                dealtWith += done.get();
            }
            assertTrue(dealtWith >= MESSAGES, dealtWith + " messages were dealt with");
        } finally {
            threads.shutdownNow();
            Logger.getLogger("").removeHandler(traces);
        }

        System.out.println("heard: " + heard);
        assertEquals(List.of(), faults.stream().limit(20).toList(), "with -Dfuzz.seed=" + SEED);
        assertEquals(List.of(), List.copyOf(traces.seen));
        assertTrue(heard.keySet().containsAll(Set.of("snapshot", "error malformed", "closed 4400", "pong", "ack")));
    }

    /** Tells how many messages were dealt with. */
    private int talk(Random random, int messages) {
        SocketMessages maker = new SocketMessages(random);
        MatchId match = matches.duel(3, Pace.RELAXED, 500, matches.player());
        int dealtWith = 0;
        for (int left = messages / FEWEST_ON_AVERAGE; dealtWith < messages && left > 0; left--) {
            dealtWith += converse(random, maker, match);
        }
        return dealtWith;
    }

    private int converse(Random random, SocketMessages maker, MatchId match) {
        PlayerId player = matches.player();
        matches.add(match, player, 0);
        List<String> said = messages(random, maker, player, match);
        try (TestSocket client = TestSocket.open(socket, player)) {
            for (int i = 0; i < said.size(); i++) {
                client.sendIfOpen(said.get(i));
                if ((i + 1) % BETWEEN_PINGS == 0) {
                    client.sendIfOpen(ping(i + 1));
                }
            }
            client.sendIfOpen(ping(said.size()));
            JsonNode last = client.awaitEndOr(frame -> dealtWith(frame) == said.size()
                    || frame.path("code").asText().equals("too-many"));
            if (last == null) {
                ended(client.awaitClose(), said);
            }
            client.frames().forEach(frame -> judge(frame, said));
            return client.frames().stream()
                    .mapToInt(SocketFuzzTest::dealtWith)
                    .max()
                    .orElse(0);
        }
    }

    private static List<String> messages(Random random, SocketMessages maker, PlayerId player, MatchId match) {
        int goodOnesOfTen = random.nextInt(11);
        List<String> said = new ArrayList<>();
        if (random.nextInt(10) > 0) {
            said.add("{\"type\":\"hello\"}");
        }
        if (random.nextInt(3) > 0) {
            said.add(join(match).replace('\'', '"'));
        }
        while (said.size() < AT_ONCE) {
            String good = maker.fitting(player, match);
            said.add(random.nextInt(10) < goodOnesOfTen ? good : maker.spoilt(good));
        }
        return said;
    }

    private static String ping(int said) {
        return "{\"type\":\"ping\",\"body\":\"" + PING + said + "\"}";
    }

    /** How many messages came before the ping that this answers: they are dealt with in the order in which they were said. */
    private static int dealtWith(JsonNode frame) {
        String body = frame.path("body").asText();
        return body.startsWith(PING) ? Integer.parseInt(body.substring(PING.length())) : 0;
    }

    private void ended(int code, List<String> said) {
        note("closed " + code);
        if (!closeCodes().contains(code) || FAILURES.contains(code)) {
            faults.add("closed with " + code + " after " + said);
        }
    }

    private void judge(JsonNode frame, List<String> said) {
        String type = frame.path("type").asText();
        note(type.equals("error") ? "error " + frame.path("code").asText() : type);
        if (frame.path("code").asText().equals("unavailable")) {
            faults.add(frame + " after " + said);
        }
        var violations = DOCUMENT.violations(AsyncApi.pointerTo("server-" + type), frame);
        if (!violations.isEmpty()) {
            faults.add(frame + " " + violations + " after " + said);
        }
    }

    private void note(String what) {
        heard.computeIfAbsent(what, key -> new AtomicInteger()).incrementAndGet();
    }

    private static Set<Integer> closeCodes() {
        Set<Integer> codes = new HashSet<>();
        DOCUMENT.at("/channels/socket/x-close-codes")
                .forEach(code -> codes.add(code.path("code").asInt()));
        return codes;
    }

    /** What was logged with a stack trace. */
    private static final class StackTraces extends Handler {
        private final Queue<String> seen = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord entry) {
            if (entry.getThrown() != null && !isOfATestBefore(entry.getThrown())) {
                seen.add(entry.getLoggerName() + ": " + entry.getThrown());
            }
        }

        /**
         * A query that found no database leaves a timer in the pool, which half a minute later completes what was completed
         * (https://github.com/eclipse-vertx/vertx-sql-client/issues/1706).
         */
        private static boolean isOfATestBefore(Throwable thrown) {
            return thrown instanceof IllegalStateException
                    && Stream.of(thrown.getStackTrace())
                            .anyMatch(at -> at.getMethodName().startsWith("lambda$execute$")
                                    && at.getClassName().equals("io.vertx.sqlclient.impl.pool.SqlConnectionPool"));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
