package app.vstrivia.api.privacy.erasure;

import app.vstrivia.model.protocol.ProtocolCodec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Takes names out of the data of an event: out of each object that names a player as {@code id} or {@code player} who is
 * none of those that keep theirs.
 */
final class NameRemoval {
    private static final String NAME = "name";

    private NameRemoval() {}

    /** The same text if there is no such name in it. */
    static String from(String payload, Set<String> keepers) {
        JsonNode tree = ProtocolCodec.tree(payload);
        return clear(tree, keepers) ? tree.toString() : payload;
    }

    private static boolean clear(JsonNode node, Set<String> keepers) {
        boolean cleared = false;
        if (node instanceof ObjectNode object && object.path(NAME).isTextual() && goes(object, keepers)) {
            object.put(NAME, "");
            cleared = true;
        }
        for (JsonNode child : node) {
            cleared |= clear(child, keepers);
        }
        return cleared;
    }

    private static boolean goes(ObjectNode object, Set<String> keepers) {
        String player = object.path("player").asText(object.path("id").asText());
        return !player.isEmpty() && !keepers.contains(player);
    }
}
