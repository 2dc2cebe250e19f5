package app.vstrivia.backup.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.backup.CommandFailure;
import app.vstrivia.backup.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final String NAME = "dumps/20260131T020000Z/dump.sql.gz.sealed";

    /** More than a segment. */
    private final byte[] content = new byte[2_500_000];

    private final Seal seal = Seal.of(Seal.create());

    SealTest() throws Exception {
        new Random(1).nextBytes(content);
    }

    @Test
    void whatWasSealedIsOpened() throws IOException {
        assertArrayEquals(content, opened(seal, sealed(seal), NAME));
    }

    @Test
    void whatWasChangedIsRefused() throws IOException {
        byte[] sealed = sealed(seal);
        sealed[sealed.length / 2] ^= 1;

        assertThrows(IOException.class, () -> opened(seal, sealed, NAME));
    }

    @Test
    void whatWasCutOffIsRefused() throws IOException {
        byte[] sealed = sealed(seal);

        for (int length : new int[] {0, 10, 1 << 20, sealed.length - 1}) {
            assertThrows(IOException.class, () -> opened(seal, Arrays.copyOf(sealed, length), NAME), length + " bytes");
        }
    }

    @Test
    void whatWasRenamedIsRefused() throws IOException {
        byte[] sealed = sealed(seal);

        assertThrows(IOException.class, () -> opened(seal, sealed, "dumps/20260201T020000Z/dump.sql.gz.sealed"));
    }

    @Test
    void anotherKeyOpensNothing() throws Exception {
        byte[] sealed = sealed(seal);
        Seal other = Seal.of(Seal.create());

        assertThrows(IOException.class, () -> opened(other, sealed, NAME));
        CommandFailure refusal =
                assertThrows(CommandFailure.class, () -> other.requireKey(seal.keyId(), "The backup 20260131T020000Z"));
        assertEquals(ExitCode.KEY, refusal.exitCode());
        assertEquals(
                "The backup 20260131T020000Z is sealed with key " + seal.keyId() + ", and the file of keys has "
                        + other.keyId() + ". Find the file that has it.",
                refusal.getMessage());
    }

    @Test
    void afterARotationTheOldKeyOpensAndTheNewOneSeals() throws Exception {
        byte[] before = sealed(seal);
        Seal rotated = Seal.of(seal.rotated());

        assertEquals(List.of(seal.keyId(), rotated.keyId()), rotated.keyIds());
        assertArrayEquals(content, opened(rotated, before, NAME));
        assertThrows(IOException.class, () -> opened(seal, sealed(rotated), NAME));
    }

    @Test
    void aFileThatHoldsNoKeysIsSaidToBeNone() {
        assertEquals(
                ExitCode.KEY,
                assertThrows(CommandFailure.class, () -> Seal.of("{}")).exitCode());
    }

    private byte[] sealed(Seal with) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = with.sealing(sealed, NAME)) {
            out.write(content);
        }
        return sealed.toByteArray();
    }

    private static byte[] opened(Seal with, byte[] sealed, String name) throws IOException {
        try (InputStream in = with.opening(new ByteArrayInputStream(sealed), name)) {
            return in.readAllBytes();
        }
    }
}
