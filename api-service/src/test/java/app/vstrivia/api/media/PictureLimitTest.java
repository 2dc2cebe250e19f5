package app.vstrivia.api.media;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import app.vstrivia.api.media.picture.TestPictures;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many pictures may come. */
@ApiTest
class PictureLimitTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TestHTTPResource("/v1/media/pictures")
    URI pictures;

    @Inject
    Pool pool;

    private Tables tables;
    private TestPlayer ada;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.with("author");
    }

    @Test
    void slowBodiesHaveEightThreadsAtMost() throws IOException {
        TestPlayer author = TestPlayer.with("author");
        List<Socket> slow = new ArrayList<>();
        byte[] small = TestPictures.unique("png");
        try {
            for (int i = 0; i < 8; i++) {
                slow.add(begun(author));
            }
            await().atMost(SOON).untilAsserted(() -> TestMedia.sends(ada, small)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("unavailable")));
            TestMedia.uploads(ada, small).then().statusCode(202);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await().atMost(SOON)
                .untilAsserted(() -> TestMedia.sends(ada, small).then().statusCode(202));
    }

    /** A body of which only the beginning comes. */
    private Socket begun(TestPlayer slowAuthor) throws IOException {
        Socket socket = new Socket(pictures.getHost(), pictures.getPort());
        socket.getOutputStream()
                .write(("POST /v1/media/pictures/base64 HTTP/1.1\r\nHost: " + pictures.getAuthority()
                                + "\r\nAuthorization: Bearer " + slowAuthor.token()
                                + "\r\nContent-Type: application/json"
                                + "\r\nContent-Length: 1000000\r\n\r\n{\"data\":\"AAAA")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void anOwnerHasSoManyAndNoMore() {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, id);
        tables.execute("UPDATE medium SET bytes = 4000000000 WHERE id = ?", id);

        TestMedia.uploads(ada, TestPictures.unique("png"))
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-media"));
    }
}
