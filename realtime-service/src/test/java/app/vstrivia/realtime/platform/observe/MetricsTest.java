package app.vstrivia.realtime.platform.observe;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.observe.Scrape;
import app.vstrivia.model.observe.SharedMetric;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.OpenRound;
import app.vstrivia.realtime.testing.TestSocket;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Prometheus is told. */
@QuarkusTest
class MetricsTest extends Fixture {
    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Inject
    MeterRegistry registry;

    @Test
    void everyFigureOfOursIsListed() {
        try (TestSocket one = TestSocket.open(socket, matches.player()).hello()) {
            one.send("{'type':'ping','body':'x'}").awaitType("pong");
        }

        Scrape scrape = new Scrape(given().get(metrics).then().extract().asString());

        assertEquals(List.of(), scrape.unlisted(RealtimeMetric.values(), SharedMetric.values()));
        for (String figure : List.of(
                "trivia_sockets_open",
                "trivia_sockets_opened_total",
                "trivia_frames_sent_total",
                "trivia_notices_lost_total",
                "trivia_answers_seconds_bucket",
                "trivia_answers_refused_total",
                "trivia_rounds_late_seconds_bucket")) {
            assertTrue(scrape.names().contains(figure), figure);
        }
    }

    @Test
    void answersAndRoundsAreCounted() {
        try (OpenRound round = openRound(1, Pace.BLITZ, List.of(matches.player(), matches.player()))) {
            TestSocket a = round.socket(0);
            TestSocket b = round.socket(1);
            MatchId match = round.match();
            long stored = outcome("stored").count();
            long duplicates = outcome("duplicate").count();
            double notOpen = refused("not-open");
            double strangers = refused("out-of-phase");
            Timer revealed = RealtimeMetric.ROUNDS_LATE.timer(registry, "revealed");
            long reveals = revealed.count();

            a.send(answer("early", match, 7, 1, 100)).awaitType("ack");
            a.send(answer("elsewhere", matches.duel(1, Pace.BLITZ, 60_000, matches.player()), 1, 1, 100))
                    .awaitType("error");
            a.send(answer("one", match, 1, 1, 100)).awaitType("ack");
            a.send(answer("two", match, 1, 2, 100)).awaitType("ack");
            b.send(answer("three", match, 1, 1, 100)).awaitType("ack");
            a.awaitEvent("round-revealed");

            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                assertTrue(outcome("stored").count() > stored);
                assertTrue(outcome("duplicate").count() > duplicates);
                assertTrue(refused("not-open") > notOpen);
                assertTrue(refused("out-of-phase") > strangers);
                assertTrue(revealed.count() > reveals);
            });
        }
    }

    private Timer outcome(String outcome) {
        return SharedMetric.ANSWERS.timer(registry, outcome);
    }

    private double refused(String code) {
        return SharedMetric.ANSWERS_REFUSED.counter(registry, code).count();
    }
}
