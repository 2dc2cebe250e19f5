package app.vstrivia.api.media.picture.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.platform.bodysize.BodySizeLimit;
import app.vstrivia.api.platform.bodysize.BodySizeLimit.BodyTooLarge;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DecodedFileTest {
    @Test
    void aBodyThatDoesNotEndIsReadAsFarAsOneMayBe() {
        byte[] begin = "{\"data\":\"".getBytes(StandardCharsets.US_ASCII);
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                long at = read.getAndIncrement();
                return at < begin.length ? begin[(int) at] : 'A';
            }
        };

        BodyTooLarge refused = assertThrows(BodyTooLarge.class, () -> DecodedFile.of(endless));

        assertEquals(413, refused.getStatusCode());
        assertTrue(read.get() < BodySizeLimit.PICTURE_LIMIT + 100_000, "read " + read);
    }
}
