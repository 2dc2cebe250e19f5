package app.vstrivia.realtime.protocol;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.realtime.testing.Issuer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes what a client might say: messages as in the golden files, and what becomes of them in careless hands. */
final class SocketMessages {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String GOLDEN_MATCH = "018f0000-0000-7000-8000-000000000001";
    private static final String[] TEXTS = {
        "", " ", "hello", "null", "[]", "{", "\u0000", "\ud800", "\u202e", "\ufeff", "é\u0301", "😀", "true", "1e999",
        "-0", "{}{}"
    };

    private final List<JsonNode> golden = AsyncApi.golden().entrySet().stream()
            .filter(file -> file.getKey().startsWith("client-"))
            .map(Map.Entry::getValue)
            .toList();
    private final Random random;

    SocketMessages(Random random) {
        this.random = random;
    }

    /** A message of the protocol, of this player and about this match. */
    String fitting(PlayerId player, MatchId match) {
        JsonNode message = golden.get(random.nextInt(golden.size())).deepCopy();
        if (message.path("type").asText().equals("renew") && random.nextBoolean()) {
            ((ObjectNode) message).put("token", Issuer.token(player.toString()));
        }
        return message.toString()
                .replace("match:" + GOLDEN_MATCH, (random.nextBoolean() ? "match:" + match : "player:" + player))
                .replace(GOLDEN_MATCH, match.toString());
    }

    /** Something else; what cannot be written in UTF-8 becomes a question mark, for the client would not send it. */
    String spoilt(String message) {
        String spoilt = anySpoilt(message);
        return new String(spoilt.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private String anySpoilt(String message) {
        return switch (random.nextInt(8)) {
            case 0 -> text();
            case 1 -> message.substring(0, random.nextInt(message.length()));
            case 2 -> message + message;
            case 3 -> "x".repeat(random.nextInt(20_000));
            case 4 -> "[".repeat(random.nextInt(4_000));
            default -> changed(message);
        };
    }

    private String changed(String message) {
        ObjectNode root = (ObjectNode) ProtocolCodec.tree(message);
        List<ObjectNode> objects = new ArrayList<>();
        collect(root, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(4) == 0) {
            object.remove(name);
        } else {
            object.set(random.nextInt(6) == 0 ? text() : name, junk());
        }
        return root.toString();
    }

    private static void collect(JsonNode value, List<ObjectNode> objects) {
        if (value instanceof ObjectNode object && !object.isEmpty()) {
            objects.add(object);
        }
        value.forEach(part -> collect(part, objects));
    }

    private JsonNode junk() {
        return switch (random.nextInt(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(random.nextInt());
            case 2 -> JSON.numberNode(random.nextLong());
            case 3 -> JSON.numberNode(new BigInteger(400, random));
            case 4 -> nested(random.nextInt(400));
            case 5 -> JSON.numberNode(random.nextDouble());
            case 6 -> JSON.arrayNode();
            default -> JSON.textNode(text());
        };
    }

    private static JsonNode nested(int depth) {
        ArrayNode nested = JSON.arrayNode();
        for (int i = 0; i < depth; i++) {
            nested = JSON.arrayNode().add(nested);
        }
        return nested;
    }

    private String text() {
        if (random.nextBoolean()) {
            return TEXTS[random.nextInt(TEXTS.length)];
        }
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(200), 0, Character.MAX_CODE_POINT + 1).forEach(text::appendCodePoint);
        return text.toString();
    }
}
