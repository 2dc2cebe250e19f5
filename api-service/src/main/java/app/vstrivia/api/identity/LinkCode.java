package app.vstrivia.api.identity;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;

/**
 * What one device shows and another one's user types: ten characters without those that look alike, 50 random bits. It is
 * good once, for ten minutes.
 *
 * @param code with a hyphen in the middle, for reading
 */
public record LinkCode(String code, Instant expiresAt) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    static String random() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i == LENGTH / 2 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As it is stored: case, hyphens and spaces do not count, nor whether an O is a zero. */
    static Secret normalized(String typed) {
        return Secret.given(typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
    }

    @Override
    public String toString() {
        return "LinkCode[hidden]";
    }
}
