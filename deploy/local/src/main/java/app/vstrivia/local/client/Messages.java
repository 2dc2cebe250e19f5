package app.vstrivia.local.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a client says, as text. */
final class Messages {
    private Messages() {}

    static String hello(StreamPositions positions) {
        ObjectNode hello = typed("hello");
        hello.set("resume", positions.all());
        return hello.toString();
    }

    static String join(String id, String match) {
        return typed("join").put("id", id).put("match", match).toString();
    }

    static String answer(String id, String match, int round, List<Integer> choices, long elapsed) {
        ObjectNode answer = typed("answer").put("id", id).put("match", match).put("round", round);
        answer.set("choices", TriviaNetwork.JSON.valueToTree(choices));
        return answer.put("elapsed", elapsed).toString();
    }

    static String heartbeat(StreamPositions positions) {
        ObjectNode heartbeat = typed("heartbeat").put("sent", System.currentTimeMillis());
        heartbeat.set("streams", positions.all());
        return heartbeat.toString();
    }

    static String resume(StreamPositions positions, String stream) {
        return positions.position(stream).put("type", "resume").toString();
    }

    private static ObjectNode typed(String type) {
        return TriviaApi.object().put("type", type);
    }
}
