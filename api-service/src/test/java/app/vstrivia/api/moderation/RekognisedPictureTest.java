package app.vstrivia.api.moderation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.media.TestMedia;
import app.vstrivia.api.media.picture.TestPictures;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.embedded.FreePort;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkSystemSetting;

/** Pictures from their arrival to what others see of them, where the settings have Amazon Rekognition look at them first. */
@ApiTest
@TestProfile(RekognisedPictureTest.Rekognised.class)
class RekognisedPictureTest {
    @ConfigProperty(name = "trivia.moderation.rekognition.endpoint")
    URI endpoint;

    @Inject
    Pool pool;

    private RekognitionServer rekognition;
    private Tables tables;
    private TestPlayer ada;
    private TestPlayer bob;

    @BeforeEach
    void start() throws IOException {
        System.setProperty(SdkSystemSetting.AWS_ACCESS_KEY_ID.property(), RekognitionServer.KEY);
        System.setProperty(SdkSystemSetting.AWS_SECRET_ACCESS_KEY.property(), RekognitionServer.SECRET);
        rekognition = new RekognitionServer(endpoint.getPort());
        tables = new Tables(pool);
        ada = TestPlayer.with("author");
        bob = TestPlayer.register("Bob");
    }

    @AfterEach
    void stop() {
        rekognition.close();
        System.clearProperty(SdkSystemSetting.AWS_ACCESS_KEY_ID.property());
        System.clearProperty(SdkSystemSetting.AWS_SECRET_ACCESS_KEY.property());
    }

    private String picture() {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, id);
        return id;
    }

    private void assertReview(String status, String labels, String picture) {
        Row review = tables.row("SELECT status, labels FROM review WHERE id = ?", picture);
        assertEquals(status, review.getString("status"));
        assertEquals(labels, review.getString("labels"));
        assertEquals(status, TestMedia.view(ada, picture).getString("review"));
        bob.asks().get("/v1/media/" + picture).then().statusCode(status.equals("approved") ? 200 : 404);
    }

    @Test
    void whatItSeesDecidesWhoSeesThePicture() {
        String harmless = picture();
        assertReview("approved", "", harmless);
        assertArrayEquals(
                new byte[] {(byte) 0xff, (byte) 0xd8}, Arrays.copyOf(rekognition.picture(), 2), "it is shown a JPEG");
        assertEquals(70, rekognition.leastConfidence());

        rekognition.sees("Gambling", "95.1");
        assertReview("refused", "Gambling 95 %", picture());

        rekognition.sees("Gambling", "94.4");
        assertReview("pending", "Gambling 94 %", picture());

        rekognition.sees("Explicit", "99");
        assertReview("pending", "Explicit 99 %", picture());
        assertEquals(4, rekognition.requests());
    }

    /** With a taste of its own, so that each setting is seen to count. */
    public static final class Rekognised implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "trivia.moderation.by",
                    "rekognition",
                    "trivia.moderation.rekognition.endpoint",
                    "http://127.0.0.1:" + FreePort.next(),
                    "trivia.moderation.rekognition.region",
                    RekognitionServer.REGION,
                    "trivia.moderation.rekognition.review-from",
                    "70",
                    "trivia.moderation.rekognition.refuse-from",
                    "95",
                    "trivia.moderation.rekognition.refused",
                    "Gambling");
        }
    }
}
