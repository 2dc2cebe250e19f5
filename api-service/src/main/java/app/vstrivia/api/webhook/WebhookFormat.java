package app.vstrivia.api.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** In which shape events are sent. */
public enum WebhookFormat {
    /** {@code {"type", "timestamp", "data"}}, as Standard Webhooks has it. */
    STANDARD,
    /** A line of chat, as Discord takes it; mentions nobody. */
    DISCORD;

    /** The value as the table and the wire write it. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static WebhookFormat of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
