package app.vstrivia.api.moderation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;

/** What goes over the wire to Amazon Rekognition, against a server that checks signatures as Amazon describes them. */
class RekognitionTest {
    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, 1, 2, 3};

    private RekognitionServer server;
    private RekognitionClient client;

    @TempDir
    Path place;

    @BeforeEach
    void start() throws IOException {
        server = new RekognitionServer(0);
        client = Moderators.client(
                config(),
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(RekognitionServer.KEY, RekognitionServer.SECRET)));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private ModerationConfig.Rekognition config() {
        return new ModerationConfig.Rekognition() {
            @Override
            public String region() {
                return RekognitionServer.REGION;
            }

            @Override
            public Optional<URI> endpoint() {
                return Optional.of(server.endpoint());
            }

            @Override
            public float reviewFrom() {
                return 50;
            }

            @Override
            public float refuseFrom() {
                return 90;
            }

            @Override
            public Set<String> refused() {
                return Set.of("Explicit");
            }
        };
    }

    private Opinion lookAt() throws IOException {
        Path file = Files.write(place.resolve("picture.jpg"), PICTURE);
        return new RekognitionModeration(client, config()).lookAt(file);
    }

    @Test
    void thePictureGoesSignedAndWithALeastConfidence() throws IOException {
        lookAt();

        assertArrayEquals(PICTURE, server.picture());
        assertEquals(50, server.leastConfidence());
        assertEquals(1, server.requests());
    }

    @Test
    void whatItSeesNothingInIsApproved() throws IOException {
        assertEquals(new Opinion(Decision.APPROVED, List.of()), lookAt());
    }

    @Test
    void whatItIsSureOfIsRefused() throws IOException {
        server.sees("Explicit", "97.3", "Exposed Something", "97.3");

        assertEquals(new Opinion(Decision.REFUSED, List.of("Explicit 97 %", "Exposed Something 97 %")), lookAt());
    }

    @Test
    void whatItIsNotSureOfOrWhatIsNoMatterOfCourseGoesToPeople() throws IOException {
        server.sees("Explicit", "61.5");
        assertEquals(Opinion.undecided(List.of("Explicit 62 %")), lookAt());

        server.sees("Alcohol", "99.9");
        assertEquals(Opinion.undecided(List.of("Alcohol 100 %")), lookAt());
    }

    @Test
    void aFaultThatPassesIsRepeatedAndAnotherIsToldSoThatTheJobComesAgain() throws IOException {
        server.fails(1);
        assertEquals(Decision.APPROVED, lookAt().decision());
        assertEquals(2, server.requests());

        server.fails(100);
        assertThrows(RekognitionException.class, this::lookAt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvalidImageFormatException", "ImageTooLargeException", "InvalidParameterException"})
    void whatItWillNeverLookAtGoesToPeopleAtOnce(String type) throws IOException {
        server.refuses(type);

        assertEquals(Opinion.undecided(List.of()), lookAt());
        assertEquals(1, server.requests());
    }

    @Test
    void peopleAreAskedAboutEverything() {
        assertEquals(Opinion.undecided(List.of()), new PeopleModeration().lookAt(place));
    }
}
