package app.vstrivia.api.room;

import java.security.SecureRandom;

/** Six digits that open a room. Random, so that a room cannot be found by counting. */
final class Pin {
    /** The key that keeps a PIN from opening two rooms. */
    static final String UNIQUE_KEY = "live_match_pin";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Pin() {}

    static String random() {
        return String.format("%06d", RANDOM.nextInt(1_000_000));
    }
}
