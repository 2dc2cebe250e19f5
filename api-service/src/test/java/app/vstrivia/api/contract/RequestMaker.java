package app.vstrivia.api.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Makes requests to an operation, from good ones to hopeless ones. */
final class RequestMaker {
    private static final String[] TYPES = {
        "text/plain", "application/xml", "application/json;charset=utf-16", "application/*", "application/octet-stream"
    };
    private static final String[] ACCEPTED = {"text/html", "application/xml", "image/*", "*/*", "application/json;q=0"};

    private static final ObjectMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Values values;
    private final Random random;
    private final Seen seen;
    private final Callers callers;

    RequestMaker(Values values, Random random, Seen seen, Callers callers) {
        this.values = values;
        this.random = random;
        this.seen = seen;
        this.callers = callers;
    }

    FuzzedRequest to(ApiOperation operation) {
        Map<String, String> headers = new LinkedHashMap<>();
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", segment(name));
                case "query" -> {
                    if (oneIn(2)) {
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(name)
                                .append('=')
                                .append(encoded(
                                        oneIn(2)
                                                ? values.fitting(name, parameter.path("schema"))
                                                        .asText()
                                                : values.junkText()));
                    }
                }
                default -> {
                    if (oneIn(3)) {
                        headers.put(name, headerValue(name));
                    }
                }
            }
        }
        if (oneIn(10)) {
            headers.put("Accept", ACCEPTED[random.nextInt(ACCEPTED.length)]);
        }
        if (oneIn(10)) {
            headers.put("X-Request-Id", headerText());
        }
        String token = callers.token();
        if (token != null) {
            headers.put("Authorization", (oneIn(50) ? "Basic " : "Bearer ") + token);
        }
        return new FuzzedRequest(operation, path + query, headers, body(operation, headers));
    }

    private byte[] body(ApiOperation operation, Map<String, String> headers) {
        if (!operation.takesABody()) {
            return !operation.method().equals("GET") && oneIn(10) ? bytes(values.junkText()) : null;
        }
        JsonNode schema = operation.bodySchema().orElse(null);
        headers.put("Content-Type", schema == null ? "application/octet-stream" : "application/json");
        if (oneIn(20)) {
            headers.put("Content-Type", TYPES[random.nextInt(TYPES.length)]);
        }
        if (schema == null || oneIn(20)) {
            return oneIn(2) ? bytes(values.junkText()) : bytes(values.junk().toString());
        }
        if (oneIn(30)) {
            return null;
        }
        JsonNode body = values.fitting("", schema);
        for (int i = random.nextInt(5); i > 2; i--) {
            body = values.spoilt(body);
        }
        String json = oneIn(2) ? body.toString() : escaped(body);
        return oneIn(20) ? broken(json) : bytes(json);
    }

    private byte[] broken(String json) {
        return switch (random.nextInt(6)) {
            case 5 -> bytes("{\"a\":".repeat(random.nextInt(50_000)) + json);
            case 0 -> bytes(json.substring(0, random.nextInt(json.length())));
            case 1 -> bytes("\ufeff" + json);
            case 2 -> bytes(json + json);
            case 3 -> json.getBytes(StandardCharsets.UTF_16LE);
            default -> {
                byte[] bytes = bytes(json);
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                yield bytes;
            }
        };
    }

    /** A part of the address; never one that leads to another operation. */
    private String segment(String name) {
        String known = seen.any(name, random);
        int kind = random.nextInt(10);
        if (known != null && kind < 6) {
            return known;
        }
        if (kind < 8) {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }
        String junk = kind == 8 ? "y".repeat(1 + random.nextInt(1_000)) : values.junkText();
        return junk.isBlank() || junk.contains("/") || junk.startsWith(".") ? "-" : encoded(junk);
    }

    private String headerValue(String name) {
        if (name.equals("Idempotency-Key") && oneIn(2)) {
            return new UUID(0x4000, random.nextInt(100)).toString() + "-abcdefghijkl";
        }
        return oneIn(4) ? "\"" + headerText() + "\"" : headerText();
    }

    /** What may stand in a header: the client refuses the rest. */
    private String headerText() {
        StringBuilder text = new StringBuilder();
        random.ints(1 + random.nextInt(oneIn(10) ? 400 : 40), 0x20, 0x7f).forEach(text::appendCodePoint);
        return text.toString();
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** In ASCII, so that halves of characters get through. */
    private static String escaped(JsonNode body) {
        try {
            return ESCAPING.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
