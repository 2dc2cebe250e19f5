package app.vstrivia.api.question.rest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.media.picture.TestPictures;
import app.vstrivia.api.platform.outbound.PublicAddresses;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusMock;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of questions that name pictures of the web, whose servers take their time. */
@ApiTest
class WebPicturesTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final CountDownLatch answering = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private ExecutorService threads;
    private HttpServer web;

    @BeforeEach
    void start() throws IOException {
        QuarkusMock.installMockForType(new ThisMachine(), PublicAddresses.class);
        threads = Executors.newCachedThreadPool();
        byte[] file = TestPictures.unique("png");
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.setExecutor(threads);
        web.createContext("/", exchange -> {
            asked.incrementAndGet();
            try {
                answering.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
            exchange.close();
        });
        web.start();
    }

    @AfterEach
    void stop() {
        answering.countDown();
        web.stop(0);
        threads.shutdownNow();
    }

    @Test
    void howeverSlowTheServersAreOthersImportTheirFiles() {
        List<CompletableFuture<JsonPath>> slow = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            byte[] file = gift("slow " + i);
            TestPlayer author = TestPlayer.with("author");
            slow.add(CompletableFuture.supplyAsync(() -> report(author, file, "language=zk"), threads));
        }
        await().atMost(SOON).until(() -> asked.get() == 2);
        for (int i = 2; i < 4; i++) {
            JsonPath sent = report(TestPlayer.with("author"), gift("slow " + i), "language=zk");
            assertEquals(List.of("media-not-fetched"), sent.getList("findings.code"));
            assertTrue(sent.getString("findings[0].reason").contains("in the background"), sent::prettify);
        }
        assertEquals(2, asked.get(), "machines of others keep two of us waiting");

        for (int i = 0; i < 5; i++) {
            byte[] plain =
                    ("type,question,a,b,correct\nsingle,Plain " + i + "?,x,y,1\n").getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    1, report(TestPlayer.with("author"), plain, "language=zk").getInt("added"));
        }

        answering.countDown();
        assertEquals(
                2,
                slow.stream()
                        .map(CompletableFuture::join)
                        .mapToInt(report -> report.getInt("added"))
                        .sum());
        byte[] again = gift("again");
        assertEquals(
                1,
                report(TestPlayer.with("author"), again, "language=zk").getInt("added"),
                "the places are free again");
    }

    @Test
    void aDryRunAsksNoOtherMachine() {
        JsonPath report = report(TestPlayer.with("author"), gift("dry"), "language=zl&dryRun=true");

        assertEquals(0, asked.get());
        assertEquals(1, report.getInt("added"));
        assertEquals(List.of("media-unseen"), report.getList("findings.code"));
    }

    private byte[] gift(String name) {
        String place = "http\\://127.0.0.1\\:" + web.getAddress().getPort();
        return ("[html]Who is " + name + "?<img src\\=\"" + place + "/" + name.replace(' ', '-')
                        + ".png\" alt\\=\"A face\">{=Ann ~Bob}\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonPath report(TestPlayer by, byte[] file, String query) {
        String[] lines = given().auth()
                .oauth2(by.token())
                .contentType("application/octet-stream")
                .body(file)
                .post("/v1/imports?category=Web&" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\n");
        return JsonPath.from(lines[lines.length - 1]).setRootPath("report");
    }

    private static final class ThisMachine extends PublicAddresses {
        @Override
        public boolean allows(InetAddress address, int port) {
            return address.isLoopbackAddress();
        }
    }
}
