package app.vstrivia.api.media;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A medium of somebody who wants to show it.
 *
 * @param sha256 of the file as it came; null if it is not known
 */
public record OwnedMedium(UUID id, byte[] sha256) {
    /** What it is known by, in 64 hexadecimal digits: the hash of the file, or where that is not known of its id. */
    public String content() {
        return HexFormat.of().formatHex(sha256 == null ? ofId() : sha256);
    }

    private byte[] ofId() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
