package app.vstrivia.api.publication.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what is published, which names it. */
final class ContentHash {
    /** Hex digits in a name: 128 bits, so that nobody finds a name by trying. */
    private static final int DIGITS = 32;

    private ContentHash() {}

    static byte[] of(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** As it stands in names. */
    static String inShort(byte[] content) {
        return inShort(HexFormat.of().formatHex(of(content)));
    }

    static String inShort(String sha256) {
        return sha256.substring(0, DIGITS);
    }
}
