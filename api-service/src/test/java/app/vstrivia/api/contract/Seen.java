package app.vstrivia.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What earlier answers gave, by the names of the fields, so that requests meet things that exist. */
final class Seen {
    private static final int KEPT = 30;

    private final Map<String, List<String>> values = new HashMap<>();
    private final List<JsonNode> objects = new ArrayList<>();

    /**
     * Learns from an answer to a request for {@code things}, whose fields {@code id} are what addresses call {@code thing}.
     *
     * @param thing null if no address names one
     */
    synchronized void learn(JsonNode answer, String thing) {
        if (thing != null) {
            answer.findValues("id").stream().filter(JsonNode::isTextual).forEach(id -> put(thing, id.asText()));
        }
        learn(answer);
    }

    private void learn(JsonNode answer) {
        if (answer.isObject()) {
            keep(objects, answer);
        }
        answer.properties().forEach(field -> {
            if (field.getValue().isTextual() && field.getValue().asText().length() < 200) {
                put(field.getKey(), field.getValue().asText());
            }
            learn(field.getValue());
        });
        if (answer.isArray()) {
            answer.forEach(this::learn);
        }
    }

    private void put(String name, String value) {
        keep(values.computeIfAbsent(name, key -> new ArrayList<>()), value);
    }

    private static <T> void keep(List<T> known, T news) {
        if (known.size() >= KEPT) {
            known.remove(0);
        }
        known.add(news);
    }

    /** The latest or any; null if there is none of this name. */
    synchronized String any(String name, Random random) {
        List<String> known = values.get(name);
        return known == null ? null : known.get(random.nextBoolean() ? known.size() - 1 : random.nextInt(known.size()));
    }

    /** An object of an earlier answer, whose values belong together; a missing node if there is none. */
    synchronized JsonNode anyObject(Random random) {
        return objects.isEmpty() ? MissingNode.getInstance() : objects.get(random.nextInt(objects.size()));
    }
}
