package app.vstrivia.api.match;

import java.util.Locale;

/** Where somebody who entered a match is now. */
public enum PlayerStatus {
    /** In it. */
    ACTIVE,
    /** Gone, and free to come back. */
    LEFT,
    /** Put out by the host, for good. */
    KICKED;

    /** The value as the tables write it. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PlayerStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
