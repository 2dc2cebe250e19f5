package app.vstrivia.api.moderation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
    private static final String KEY = "AKIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, 1, 2, 3};

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private RekognitionClient client;
    private volatile int faults;
    private volatile String refusal = "";
    private volatile String answer = "{\"ModerationLabels\":[],\"ModerationModelVersion\":\"7.0\"}";
    private volatile JsonNode asked;

    @TempDir
    Path place;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        client = Moderators.client(config(), StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)));
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    private ModerationConfig.Rekognition config() {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new ModerationConfig.Rekognition() {
            @Override
            public String region() {
                return "eu-central-1";
            }

            @Override
            public Optional<URI> endpoint() {
                return Optional.of(endpoint);
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

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean good = exchange.getRequestMethod().equals("POST")
                && "RekognitionService.DetectModerationLabels"
                        .equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                && "application/x-amz-json-1.1"
                        .equals(exchange.getRequestHeaders().getFirst("Content-Type"))
                && isSigned(exchange.getRequestHeaders(), body);
        asked = new ObjectMapper().readTree(body);
        String text = good ? answer : "{\"__type\":\"InvalidSignatureException\"}";
        int status = good ? 200 : 400;
        if (!refusal.isEmpty()) {
            status = 400;
            text = "{\"__type\":\"" + refusal + "\",\"Message\":\"no\"}";
        }
        if (faults > 0) {
            faults--;
            status = 500;
            text = "{\"__type\":\"InternalServerError\"}";
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Signature Version 4, as https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html tells it. */
    private static boolean isSigned(Headers headers, byte[] body) {
        String authorization = headers.getFirst("Authorization");
        String day = headers.getFirst("X-Amz-Date").substring(0, 8);
        String scope = day + "/eu-central-1/rekognition/aws4_request";
        String signed = authorization.replaceFirst(".*SignedHeaders=([^,]+),.*", "$1");
        StringBuilder canonical = new StringBuilder("POST\n/\n\n");
        for (String name : signed.split(";")) {
            canonical
                    .append(name)
                    .append(':')
                    .append(headers.getFirst(name).strip())
                    .append('\n');
        }
        canonical.append('\n').append(signed).append('\n').append(sha256(body));
        String text = "AWS4-HMAC-SHA256\n" + headers.getFirst("X-Amz-Date") + "\n" + scope + "\n"
                + sha256(canonical.toString().getBytes(StandardCharsets.UTF_8));
        byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        String expected = "AWS4-HMAC-SHA256 Credential=" + KEY + "/" + scope + ", SignedHeaders=" + signed
                + ", Signature=" + HexFormat.of().formatHex(hmac(key, text));
        return authorization.equals(expected)
                && List.of(signed.split(";")).containsAll(List.of("host", "x-amz-date", "x-amz-target"));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Opinion lookAt() throws IOException {
        Path file = Files.write(place.resolve("picture.jpg"), PICTURE);
        return new RekognitionModeration(client, config()).lookAt(file);
    }

    private static String labels(String... namesAndConfidences) {
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i < namesAndConfidences.length; i += 2) {
            labels.append(i == 0 ? "" : ",")
                    .append("{\"Name\":\"")
                    .append(namesAndConfidences[i])
                    .append("\",\"Confidence\":")
                    .append(namesAndConfidences[i + 1])
                    .append(",\"ParentName\":\"\",\"TaxonomyLevel\":1}");
        }
        return "{\"ModerationLabels\":[" + labels + "],\"ModerationModelVersion\":\"7.0\"}";
    }

    @Test
    void thePictureGoesSignedAndWithALeastConfidence() throws IOException {
        lookAt();

        assertArrayEquals(
                PICTURE, Base64.getDecoder().decode(asked.at("/Image/Bytes").asText()));
        assertEquals(50, asked.path("MinConfidence").asInt());
        assertEquals(1, requests.get());
    }

    @Test
    void whatItSeesNothingInIsApproved() throws IOException {
        assertEquals(new Opinion(Decision.APPROVED, List.of()), lookAt());
    }

    @Test
    void whatItIsSureOfIsRefused() throws IOException {
        answer = labels("Explicit", "97.3", "Exposed Something", "97.3");

        assertEquals(new Opinion(Decision.REFUSED, List.of("Explicit 97 %", "Exposed Something 97 %")), lookAt());
    }

    @Test
    void whatItIsNotSureOfOrWhatIsNoMatterOfCourseGoesToPeople() throws IOException {
        answer = labels("Explicit", "61.5");
        assertEquals(Opinion.undecided(List.of("Explicit 62 %")), lookAt());

        answer = labels("Alcohol", "99.9");
        assertEquals(Opinion.undecided(List.of("Alcohol 100 %")), lookAt());
    }

    @Test
    void aFaultThatPassesIsRepeatedAndAnotherIsToldSoThatTheJobComesAgain() throws IOException {
        faults = 1;
        assertEquals(Decision.APPROVED, lookAt().decision());
        assertEquals(2, requests.get());

        faults = 100;
        assertThrows(RekognitionException.class, this::lookAt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvalidImageFormatException", "ImageTooLargeException", "InvalidParameterException"})
    void whatItWillNeverLookAtGoesToPeopleAtOnce(String type) throws IOException {
        refusal = type;

        assertEquals(Opinion.undecided(List.of()), lookAt());
        assertEquals(1, requests.get());
    }

    @Test
    void peopleAreAskedAboutEverything() {
        assertEquals(Opinion.undecided(List.of()), new PeopleModeration().lookAt(place));
    }
}
