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

    /** As many as a connection may say at once, less the hello and the last ping. */
    private static final int AT_ONCE = 38;

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
            int said = 0;
            for (var done : threads.invokeAll(work)) {
                said += done.get();
            }
            assertTrue(said >= MESSAGES, said + " messages");
        } finally {
            threads.shutdownNow();
            Logger.getLogger("").removeHandler(traces);
        }

        System.out.println("heard: " + heard);
        assertEquals(List.of(), faults.stream().limit(20).toList(), "with -Dfuzz.seed=" + SEED);
        assertEquals(List.of(), List.copyOf(traces.seen));
        assertTrue(heard.keySet().containsAll(Set.of("snapshot", "error malformed", "closed 4400", "pong", "ack")));
    }

    /** Tells how many messages were sent. */
    private int talk(Random random, int messages) {
        SocketMessages maker = new SocketMessages(random);
        MatchId match = matches.duel(3, Pace.RELAXED, 500, matches.player());
        int said = 0;
        while (said < messages) {
            said += converse(random, maker, match);
        }
        return said;
    }

    private int converse(Random random, SocketMessages maker, MatchId match) {
        PlayerId player = matches.player();
        matches.add(match, player, 0);
        int goodOnesOfTen = random.nextInt(11);
        List<String> said = new ArrayList<>();
        try (TestSocket client = TestSocket.open(socket, player)) {
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
            said.forEach(client::sendIfOpen);
            client.sendIfOpen("{\"type\":\"ping\",\"body\":\"last\"}");
            JsonNode last =
                    client.awaitEndOr(frame -> frame.path("body").asText().equals("last")
                            || frame.path("code").asText().equals("too-many"));
            if (last == null) {
                note("closed " + client.awaitClose());
                if (!closeCodes().contains(client.awaitClose())) {
                    faults.add("closed with " + client.awaitClose() + " after " + said);
                }
            }
            client.frames().forEach(frame -> judge(frame, said));
        }
        return said.size();
    }

    private void judge(JsonNode frame, List<String> said) {
        String type = frame.path("type").asText();
        note(type.equals("error") ? "error " + frame.path("code").asText() : type);
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
