package app.vstrivia.api.moderation;

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
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Stands for Amazon Rekognition; it checks signatures as Amazon describes them. */
final class RekognitionServer implements AutoCloseable {
    static final String REGION = "eu-central-1";
    static final String KEY = "AKIDEXAMPLE";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;
    private volatile int faults;
    private volatile String refusal = "";
    private volatile String answer = labels();
    private volatile JsonNode asked;

    /** @param port 0 for any that is free */
    RekognitionServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many it got. */
    int requests() {
        return requests.get();
    }

    /** The picture of the last one. */
    byte[] picture() {
        return Base64.getDecoder().decode(asked.at("/Image/Bytes").asText());
    }

    int leastConfidence() {
        return asked.path("MinConfidence").asInt();
    }

    /** What it sees from now on: names, each with a confidence. */
    void sees(String... namesAndConfidences) {
        answer = labels(namesAndConfidences);
    }

    void refuses(String type) {
        refusal = type;
    }

    /** So many requests fail. */
    void fails(int times) {
        faults = times;
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
        String scope = day + "/" + REGION + "/rekognition/aws4_request";
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

    @Override
    public void close() {
        server.stop(0);
    }
}
