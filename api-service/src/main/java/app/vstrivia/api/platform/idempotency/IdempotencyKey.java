package app.vstrivia.api.platform.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A key with all that makes it one: who uses it, for what.
 *
 * @param caller the subject of the token; empty for callers without one
 * @param operation method and path
 * @param text 1 to 255 visible ASCII characters
 */
record IdempotencyKey(String caller, String operation, String text) {
    private static final int LONGEST = 255;

    /** A random UUID has 36 characters, and hardly ever fewer than 9 different ones. */
    private static final int HARD_LENGTH = 32;

    private static final int HARD_VARIETY = 8;

    /** @throws InvalidIdempotencyKey if {@code text} is not what a key may be */
    IdempotencyKey {
        if (text.isEmpty() || text.length() > LONGEST || !text.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new InvalidIdempotencyKey("must have 1 to " + LONGEST + " visible ASCII characters");
        }
        if (caller.isEmpty()
                && (text.length() < HARD_LENGTH || text.chars().distinct().count() < HARD_VARIETY)) {
            throw new InvalidIdempotencyKey("must be hard to guess without a token, as a random UUID is");
        }
    }

    /** Under which its record is found; the key cannot be told from it. */
    byte[] id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {caller, operation, text}) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
