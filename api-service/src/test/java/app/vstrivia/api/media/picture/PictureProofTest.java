package app.vstrivia.api.media.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.media.MediaConfig;
import app.vstrivia.api.media.UnfitMedium;
import app.vstrivia.api.media.Unfitness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that are looked at before they are taken. */
class PictureProofTest {
    private static final Duration SOON = Duration.ofMillis(10);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "webp"})
    void aWholePictureIsOneAndOneThatIsCutOffIsNone(String format) throws IOException {
        byte[] whole = TestPictures.unique(format);

        assertTrue(service(1).prove(file(whole), SOON));
        UnfitMedium unfit =
                assertThrows(UnfitMedium.class, () -> service(1).prove(file(TestPictures.cut(whole)), SOON));
        assertEquals(Unfitness.UNREADABLE, unfit.reason());
    }

    @Test
    void whatFindsNoPlaceIsLookedAtByItsHeaderAlone() throws IOException {
        byte[] whole = TestPictures.unique("png");

        assertFalse(service(0).prove(file(whole), SOON));
        assertThrows(UnfitMedium.class, () -> service(0).prove(file(TestPictures.svg()), SOON));
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("picture"), bytes);
    }

    private static PictureService service(int decodings) {
        return new PictureService(null, null, null, new PictureStudio(new MediaConfig() {
            @Override
            public int mostOfOwner() {
                return 0;
            }

            @Override
            public long bytesOfOwner() {
                return 0;
            }

            @Override
            public int decodings() {
                return decodings;
            }
        }));
    }
}
