package app.vstrivia.model.protocol;

import app.vstrivia.model.protocol.ServerMessage.GivenAnswer;
import java.util.List;

/**
 * Writes the messages that leave all the time, byte for byte as Jackson would, for the reason that {@link PlainReader} has;
 * what is not plain ASCII is left to Jackson.
 */
final class PlainWriter {
    private PlainWriter() {}

    /** The JSON, ASCII alone; null if Jackson is to write it. */
    static String write(ServerMessage message) {
        if (message instanceof ServerMessage.Pong pong) {
            return isPlain(pong.body()) ? "{\"type\":\"pong\",\"body\":\"" + pong.body() + "\"}" : null;
        }
        if (message instanceof ServerMessage.Heartbeat beat) {
            return "{\"type\":\"heartbeat\",\"now\":" + beat.now() + ",\"sent\":" + beat.sent() + "}";
        }
        if (message instanceof ServerMessage.Announcement announcement) {
            return isPlain(announcement.text())
                    ? "{\"type\":\"announcement\",\"match\":\"" + announcement.match() + "\",\"text\":\""
                            + announcement.text() + "\",\"at\":" + announcement.at() + "}"
                    : null;
        }
        return message instanceof ServerMessage.Ack ack ? write(ack) : null;
    }

    private static String write(ServerMessage.Ack ack) {
        if (ack.status() != ServerMessage.Ack.Status.STORED || ack.code() != null || !isPlain(ack.id())) {
            return null;
        }
        GivenAnswer answer = ack.answer();
        if (answer == null || ack.match() == null) {
            return null;
        }
        if (answer.text() != null && !isPlain(answer.text())) {
            return null;
        }
        return "{\"type\":\"ack\",\"id\":\"" + ack.id() + "\",\"status\":\"stored\",\"match\":\"" + ack.match()
                + "\",\"round\":" + ack.round() + ",\"answer\":{\"choices\":" + list(answer.choices()) + ",\"elapsed\":"
                + answer.elapsed()
                + (answer.value() == null ? "" : ",\"value\":\"" + answer.value() + '"')
                + (answer.order() == null ? "" : ",\"order\":" + list(answer.order()))
                + (answer.text() == null ? "" : ",\"text\":\"" + answer.text() + '"') + "}}";
    }

    private static StringBuilder list(List<Integer> numbers) {
        StringBuilder list = new StringBuilder("[");
        numbers.forEach(number -> list.append(list.length() == 1 ? "" : ",").append(number.intValue()));
        return list.append(']');
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
