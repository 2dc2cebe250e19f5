package app.vstrivia.api.platform.idempotency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] SALT = new byte[Seal.SALT];
    private static final byte[] ANSWER = bytes("the answer");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Seal seal(String caller, String key, String body) {
        return new Seal(new IdempotencyKey(caller, "POST /v1/things", key), SALT, bytes(body));
    }

    @Test
    void whoKnowsKeyAndBodyOpensIt() {
        byte[] sealed = seal("ada", "key", "body").close(ANSWER);

        assertArrayEquals(ANSWER, seal("ada", "key", "body").open(sealed));
    }

    @Test
    void nobodyElseOpensIt() {
        byte[] sealed = seal("ada", "key", "body").close(ANSWER);

        for (Seal other :
                new Seal[] {seal("eve", "key", "body"), seal("ada", "yek", "body"), seal("ada", "key", "b")}) {
            assertThrows(IllegalStateException.class, () -> other.open(sealed));
        }
    }

    @Test
    void theFingerprintTellsBodiesApart() {
        assertArrayEquals(
                seal("ada", "key", "body").fingerprint(),
                seal("ada", "key", "body").fingerprint());
        assertFalse(Arrays.equals(
                seal("ada", "key", "body").fingerprint(),
                seal("ada", "key", "ydob").fingerprint()));
    }
}
