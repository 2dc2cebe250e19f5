package app.vstrivia.api.media.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are kept as they came. */
class PlainJpegTest {
    private static final BufferedImage SCENE = TestPictures.fields(200, 100, BufferedImage.TYPE_INT_RGB);
    private static final byte[] MORE = "more".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path place;

    @Test
    void ourOwnIsAndStaysTheSame() throws IOException {
        assertEquals(true, isPlain(ours()));
    }

    @Test
    void whatHoldsAnythingElseIsNot() throws IOException {
        byte[] ours = ours();
        byte[] comment = {(byte) 0xff, (byte) 0xfe, 0, 6, 'h', 'i', 'd', 'e'};

        assertEquals(false, isPlain(TestPictures.joined(ours, MORE)), "behind it");
        assertEquals(false, isPlain(inserted(ours, 2, comment)), "before it");
        assertEquals(false, isPlain(inserted(ours, ours.length - 2, comment)), "after its last scan");
        assertEquals(false, isPlain(TestPictures.jpegWithExif(6)));
        assertEquals(false, isPlain(TestPictures.polyglot()));
        assertEquals(false, isPlain(Arrays.copyOf(ours, ours.length / 2)));
        assertEquals(false, isPlain(Arrays.copyOf(ours, ours.length - 2)), "it has no end");
        assertEquals(false, isPlain(TestPictures.unique("png")));
        assertEquals(false, isPlain(new byte[0]));
    }

    @Test
    void oneThatIsBrokenAnywhereIsLookedAtToItsEnd() throws IOException {
        byte[] ours = ours();
        for (int i = 0; i < ours.length; i++) {
            byte[] broken = ours.clone();
            broken[i] ^= (byte) 0xff;
            isPlain(broken);
        }
    }

    private byte[] ours() throws IOException {
        Path file = place.resolve("ours.jpg");
        PictureEncoder.jpeg(SCENE, file);
        return Files.readAllBytes(file);
    }

    private static byte[] inserted(byte[] file, int at, byte[] what) {
        return TestPictures.joined(Arrays.copyOf(file, at), what, Arrays.copyOfRange(file, at, file.length));
    }

    private static boolean isPlain(byte[] file) {
        return PlainJpeg.is(ByteBuffer.wrap(file));
    }
}
