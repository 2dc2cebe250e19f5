package app.vstrivia.api.privacy.erasure;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.ProtocolCodec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Takes a player's name out of the data of an event: out of each object that names the player as {@code id} or {@code
 * player}.
 */
final class NameRemoval {
    private static final String NAME = "name";

    private NameRemoval() {}

    /** The same text if the name does not stand in it. */
    static String from(String payload, PlayerId player) {
        if (!payload.contains(player.toString())) {
            return payload;
        }
        JsonNode tree = ProtocolCodec.tree(payload);
        clear(tree, player.toString());
        return tree.toString();
    }

    private static void clear(JsonNode node, String player) {
        if (node instanceof ObjectNode object
                && object.has(NAME)
                && (player.equals(object.path("id").asText())
                        || player.equals(object.path("player").asText()))) {
            object.put(NAME, "");
        }
        node.forEach(child -> clear(child, player));
    }
}
