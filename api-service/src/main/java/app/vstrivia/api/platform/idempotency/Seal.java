package app.vstrivia.api.platform.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps an answer from all who do not know the key and the body of the request. Its keys are derived by HKDF (RFC 5869,
 * SHA-256) with one block each; the answer is sealed by AES-256-GCM.
 */
final class Seal {
    /** Bytes of the salt, which is new for each run of a request. */
    static final int SALT = 16;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TAG_BITS = 128;
    private static final byte[] BLOCK = {1};

    /** A key seals one answer only, so there is nothing for a nonce to tell apart. */
    private static final byte[] NONCE = new byte[12];

    private final byte[] fingerprint;
    private final SecretKeySpec answerKey;

    Seal(IdempotencyKey key, byte[] salt, byte[] body) {
        byte[] root = hmac(salt, key.text().getBytes(StandardCharsets.US_ASCII));
        this.fingerprint = hmac(hmac(root, "body".getBytes(StandardCharsets.US_ASCII), BLOCK), body);
        this.answerKey = new SecretKeySpec(
                hmac(root, "answer".getBytes(StandardCharsets.US_ASCII), fingerprint, key.id(), BLOCK), "AES");
    }

    static byte[] newSalt() {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** Tells bodies apart, without telling what they are. */
    byte[] fingerprint() {
        return fingerprint;
    }

    byte[] close(byte[] answer) {
        return apply(Cipher.ENCRYPT_MODE, answer);
    }

    byte[] open(byte[] sealed) {
        return apply(Cipher.DECRYPT_MODE, sealed);
    }

    private byte[] apply(int mode, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, answerKey, new GCMParameterSpec(TAG_BITS, NONCE));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept answer cannot be sealed or opened", e);
        }
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
