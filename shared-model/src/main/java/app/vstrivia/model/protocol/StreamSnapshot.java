package app.vstrivia.model.protocol;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;

/** What a stream came to by its newest events, oldest first; older ones are left out, or gone. */
public record StreamSnapshot(List<Entry> events) {

    /** How many events there are at most. */
    public static final int MAX_EVENTS = 50;

    /** As {@link ServerMessage.Event} has them. */
    public record Entry(long seq, String kind, @JsonRawValue String data) {}
}
