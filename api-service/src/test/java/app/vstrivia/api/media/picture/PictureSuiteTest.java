package app.vstrivia.api.media.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.vstrivia.api.media.Look;
import app.vstrivia.api.media.MediaConfig;
import app.vstrivia.api.media.StoredFile;
import app.vstrivia.api.media.UnfitMedium;
import app.vstrivia.api.media.Unfitness;
import app.vstrivia.api.platform.bulkhead.AllTaken;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each sort of picture gets. */
class PictureSuiteTest {
    private static final int RGB = BufferedImage.TYPE_INT_RGB;

    private final PictureStudio studio = new PictureStudio(config(1));

    @TempDir
    Path place;

    private WorkFolder folder;

    @BeforeEach
    void open() throws IOException {
        folder = new WorkFolder();
    }

    @AfterEach
    void close() throws IOException {
        folder.close();
    }

    private static MediaConfig config(int decodings) {
        return new MediaConfig() {
            @Override
            public int mostOfOwner() {
                return 1;
            }

            @Override
            public long bytesOfOwner() {
                return 1;
            }

            @Override
            public int decodings() {
                return decodings;
            }
        };
    }

    private PictureStudio.Print print(byte[] content) throws IOException {
        Path file = Files.createTempFile(place, "given", ".exe"); // a name says nothing
        Files.write(file, content);
        return studio.print(file, folder);
    }

    private BufferedImage shown(String name) throws IOException {
        PictureFormat format = name.endsWith("webp") ? PictureFormat.WEBP : PictureFormat.JPEG;
        ImageReader reader = Codecs.reader(format);
        try (FileImageInputStream in =
                new FileImageInputStream(folder.file(name).toFile())) {
            reader.setInput(in);
            return reader.read(0);
        }
    }

    private static List<String> names(PictureStudio.Print print) {
        return print.files().stream().map(StoredFile::name).toList();
    }

    private static void assertColor(int expected, int given) {
        Color one = new Color(expected);
        Color other = new Color(given);
        int distance = Math.max(
                Math.abs(one.getRed() - other.getRed()),
                Math.max(Math.abs(one.getGreen() - other.getGreen()), Math.abs(one.getBlue() - other.getBlue())));
        assertTrue(distance <= 12, "expected " + Integer.toHexString(expected) + ", was " + Integer.toHexString(given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "webp"})
    void aGoodOneGetsSmallerOnesInBothFormats(String format) throws IOException {
        PictureStudio.Print print = print(TestPictures.encoded(TestPictures.fields(2_000, 1_000, RGB), format));

        assertEquals(List.of("1600.webp", "1600.jpg", "800.webp", "800.jpg", "320.webp", "320.jpg"), names(print));
        assertEquals(2_000, print.look().width());
        assertEquals(1_000, print.look().height());
        for (StoredFile file : print.files()) {
            BufferedImage image = shown(file.name());
            assertEquals(file.width(), image.getWidth());
            assertEquals(image.getWidth() / 2, image.getHeight());
            assertColor(0xff0000, image.getRGB(image.getWidth() / 4, image.getHeight() / 4));
            assertEquals(Files.size(folder.file(file.name())), file.bytes());
        }
    }

    @Test
    void aSmallOneIsNotBlownUp() throws IOException {
        PictureStudio.Print print = print(TestPictures.encoded(TestPictures.fields(100, 50, RGB), "png"));

        assertEquals(List.of("320.webp", "320.jpg"), names(print));
        assertEquals(100, shown("320.webp").getWidth());
    }

    static Stream<Arguments> oriented() {
        // The colour that is at the upper left once the picture is upright: red, green, blue, white as it is stored.
        int[] colors = {0xff0000, 0x00ff00, 0xffffff, 0x0000ff, 0xff0000, 0x0000ff, 0xffffff, 0x00ff00};
        return Stream.of(1, 2, 3, 4, 5, 6, 7, 8).map(value -> arguments(value, colors[value - 1]));
    }

    @ParameterizedTest
    @MethodSource("oriented")
    void aRotatedOneStandsUpright(int orientation, int upperLeft) throws IOException {
        for (byte[] content : List.of(
                TestPictures.jpegWithExif(orientation),
                TestPictures.pngWithExif(orientation),
                TestPictures.webpWithExif(orientation))) {
            PictureStudio.Print print = print(content);

            BufferedImage image = shown("320.jpg");
            boolean lies = orientation < 5;
            assertEquals(lies ? 320 : 160, image.getWidth());
            assertEquals(lies ? 160 : 320, image.getHeight());
            assertEquals(lies ? 400 : 200, print.look().width());
            assertColor(upperLeft, image.getRGB(image.getWidth() / 4, image.getHeight() / 4));
        }
    }

    @Test
    void nothingThatAFileTellsBesideThePictureIsShown() throws IOException {
        for (byte[] content : List.of(
                TestPictures.jpegWithExif(6),
                TestPictures.pngWithExif(6),
                TestPictures.webpWithExif(6),
                TestPictures.polyglot())) {
            for (StoredFile file : print(content).files()) {
                String bytes = Files.readString(folder.file(file.name()), StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains(TestPictures.SECRET), file.name());
                assertFalse(bytes.contains("Exif"), file.name());
                assertFalse(bytes.contains("script"), file.name());
                assertFalse(bytes.contains("PK\3\4"), file.name());
            }
        }
    }

    @Test
    void whatCanBeSeenThroughIsWhiteBehindInBothFormatsSoThatModeratorsSeeWhatOthersSee() throws IOException {
        BufferedImage glass = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 100; x++) {
                glass.setRGB(x, y, 0xff0000ff);
            }
        }

        for (String format : List.of("png", "webp")) {
            print(TestPictures.encoded(glass, format));

            for (String name : List.of("320.webp", "320.jpg")) {
                assertFalse(shown(name).getColorModel().hasAlpha(), name);
                assertColor(0x0000ff, shown(name).getRGB(50, 100));
                assertColor(0xffffff, shown(name).getRGB(150, 100));
            }
        }
    }

    @Test
    void fourInksBecomeThreeColors() throws IOException {
        print(TestPictures.cmykJpeg());

        Color cyan = new Color(shown("320.webp").getRGB(30, 30));
        assertTrue(cyan.getRed() < 60 && cyan.getGreen() > 140 && cyan.getBlue() > 190, cyan::toString);
    }

    @Test
    void sixteenBitsBecomeEight() throws IOException {
        print(TestPictures.png16());
        assertColor(0x8040ff, shown("320.webp").getRGB(25, 25));

        print(TestPictures.grey16());
        assertColor(0x808080, shown("320.webp").getRGB(25, 25));
    }

    @Test
    void ofAGifThatMovesTheFirstPictureIsTaken() throws IOException {
        PictureStudio.Print print = print(TestPictures.animatedGif());

        assertEquals(List.of("320.webp", "320.jpg"), names(print));
        assertColor(0xff0000, shown("320.webp").getRGB(30, 20));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("an SVG with a script", TestPictures::svg, Unfitness.UNSUPPORTED_TYPE),
                refused("nothing", () -> new byte[0], Unfitness.UNSUPPORTED_TYPE),
                refused(
                        "a BMP",
                        () -> TestPictures.encoded(TestPictures.fields(9, 9, RGB), "bmp"),
                        Unfitness.UNSUPPORTED_TYPE),
                refused("50,000 × 50,000", () -> TestPictures.pngHeader(50_000, 50_000), Unfitness.TOO_MANY_PIXELS),
                refused("a negative width", () -> TestPictures.pngHeader(-5, 9), Unfitness.UNREADABLE),
                refused("8,000 × 8,000", () -> TestPictures.pngHeader(8_000, 8_000), Unfitness.TOO_MANY_PIXELS),
                refused("a strip", () -> TestPictures.pngHeader(20_000, 2), Unfitness.TOO_MANY_PIXELS),
                refused("pixels that are missing", () -> TestPictures.pngHeader(4_000, 4_000), Unfitness.UNREADABLE),
                refused("a WebP that moves", TestPictures::animatedWebp, Unfitness.ANIMATED),
                refused("a hundred scans", TestPictures::jpegWithManyScans, Unfitness.TOO_COMPLEX),
                refused(
                        "a lossless JPEG",
                        () -> TestPictures.jpegHeader(0xc3, 16_000, 2_000, 3),
                        Unfitness.UNSUPPORTED_TYPE),
                refused(
                        "an arithmetic JPEG",
                        () -> TestPictures.jpegHeader(0xc9, 400, 300, 3),
                        Unfitness.UNSUPPORTED_TYPE),
                refused("a frame that is hidden", TestPictures::hiddenFrame, Unfitness.UNREADABLE),
                refused(
                        "a large progressive JPEG",
                        () -> TestPictures.jpegHeader(0xc2, 4_100, 4_000, 3),
                        Unfitness.TOO_MANY_PIXELS),
                refused(
                        "a large JPEG, color by color",
                        () -> TestPictures.jpegHeader(0xc0, 4_100, 4_000, 1),
                        Unfitness.TOO_MANY_PIXELS),
                refused(
                        "a large JPEG without pixels",
                        () -> TestPictures.jpegHeader(0xc0, 4_100, 4_000, 3),
                        Unfitness.UNREADABLE),
                refused(
                        "a large lossless WebP",
                        () -> TestPictures.webpHeader(true, 4_100, 4_000),
                        Unfitness.TOO_MANY_PIXELS),
                refused(
                        "a WebP that is too large",
                        () -> TestPictures.webpHeader(false, 16_000, 2_501),
                        Unfitness.TOO_MANY_PIXELS),
                refused(
                        "a large WebP without pixels",
                        () -> TestPictures.webpHeader(false, 16_000, 2_000),
                        Unfitness.UNREADABLE),
                refused(
                        "11 MB",
                        () -> TestPictures.joined(TestPictures.unique("png"), new byte[11 << 20]),
                        Unfitness.TOO_MANY_BYTES),
                refused("half a JPEG", () -> TestPictures.cut(TestPictures.unique("jpeg")), Unfitness.UNREADABLE),
                refused("half a PNG", () -> TestPictures.cut(TestPictures.unique("png")), Unfitness.UNREADABLE),
                refused("half a GIF", () -> TestPictures.cut(TestPictures.unique("gif")), Unfitness.UNREADABLE),
                refused("half a WebP", () -> TestPictures.cut(TestPictures.unique("webp")), Unfitness.UNREADABLE));
    }

    private static Arguments refused(String what, Supplier<byte[]> content, Unfitness why) {
        return arguments(what, content, why);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefused(String what, Supplier<byte[]> content, Unfitness why) {
        byte[] given = content.get();

        UnfitMedium unfit = assertThrows(UnfitMedium.class, () -> print(given));

        assertEquals(why, unfit.reason());
    }

    @Test
    void aBombIsRefusedByItsHeaderAlone() throws IOException {
        Path file = Files.write(place.resolve("bomb"), TestPictures.pngHeader(50_000, 50_000));
        long before = allocated();

        assertThrows(UnfitMedium.class, () -> Inspection.of(file));

        assertTrue(allocated() - before < 4 << 20, "no pixels were allocated");
    }

    static Stream<Arguments> claims() {
        return Stream.of(
                arguments("lossless", TestPictures.jpegHeader(0xc3, 16_000, 2_000, 3), 4),
                arguments("a frame that is hidden", TestPictures.hiddenFrame(), 4),
                arguments("lossless WebP", TestPictures.webpHeader(true, 16_000, 2_000), 4),
                arguments("lossy WebP", TestPictures.webpHeader(false, 16_000, 2_000), 30),
                arguments("64 bits a pixel", TestPictures.pngHeader(6_300, 6_300, 16, 6), 80),
                arguments("8 bits a pixel", TestPictures.pngHeader(6_300, 6_300, 8, 0), 80));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("claims")
    void whatAFileClaimsIsNotAllocated(String what, byte[] file, int megabytes) {
        long before = allocated();

        assertThrows(UnfitMedium.class, () -> print(file));

        long taken = allocated() - before;
        assertTrue(taken < (long) megabytes << 20, "allocated " + (taken >> 20) + " MB");
    }

    @Test
    void aLargeWebpIsReadInTheSizeInWhichItIsShown() throws IOException {
        Path file = Files.write(
                place.resolve("large"), TestPictures.encoded(TestPictures.fields(3_000, 2_001, RGB), "webp"));
        PictureHeader header = Inspection.of(file);
        long before = allocated();

        BufferedImage image = PictureDecoder.decode(file, header, folder);

        assertTrue(allocated() - before < 15 << 20, "of 24 MB of pixels 7 were allocated");
        assertEquals(3_000, header.width());
        assertEquals(2_001, header.height());
        assertEquals(1_600, image.getWidth());
        assertEquals(1_067, image.getHeight());
        assertColor(0xff0000, image.getRGB(400, 250));
        assertColor(0xffffff, image.getRGB(1_200, 750));
    }

    @Test
    void aTextThatWouldBeInflatedToHalfAGigabyteIsNotLookedAt() throws IOException {
        byte[] bomb = TestPictures.pngWithLargeText();
        long before = allocated();

        PictureStudio.Print print = print(bomb);

        assertTrue(allocated() - before < 100 << 20, "it was not inflated");
        assertEquals(40, print.look().width());
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** Whatever readers throw at what is broken, it is a refusal. */
    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void whatIsBrokenAnywhereIsTakenOrRefused(PictureFormat format) throws IOException {
        byte[] good = TestPictures.encoded(
                TestPictures.fields(60, 40, RGB), format.name().toLowerCase(java.util.Locale.ROOT));
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            byte[] broken = good.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try {
                print(broken);
            } catch (UnfitMedium unfit) {
                refused++;
            }
        }
        assertTrue(refused > 0, "some are refused");
    }

    @Test
    void aFewAreDecodedAtOnceAndOthersMayComeAgain() throws Exception {
        byte[] large = TestPictures.encoded(TestPictures.fields(3_000, 3_000, RGB), "png");
        Path file = Files.write(place.resolve("large"), large);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(4);
        try {
            List<Future<Boolean>> all = Stream.generate(() -> threads.submit(() -> {
                        start.countDown();
                        start.await();
                        try (WorkFolder own = new WorkFolder()) {
                            studio.print(file, own);
                            return true;
                        } catch (AllTaken taken) {
                            return false;
                        }
                    }))
                    .limit(4)
                    .collect(Collectors.toList());
            long done = 0;
            for (Future<Boolean> one : all) {
                done += one.get() ? 1 : 0;
            }
            assertTrue(done >= 1 && done < 4, "done at once: " + done);
        } finally {
            threads.shutdownNow();
        }
        assertEquals(6, print(large).files().size());
    }

    @Test
    void thePlaceholderIsAsTheSpecificationSays() {
        String black = BlurHash.of(TestPictures.plain(Color.BLACK, 32, 24, RGB));
        assertEquals("L00000fQfQfQfQfQfQfQfQfQfQfQ", black);

        String fields = BlurHash.of(TestPictures.fields(32, 24, RGB));
        assertEquals(28, fields.length());
        assertEquals('L', fields.charAt(0));
    }

    @Test
    void theColorThatCoversMostIsTold() throws IOException {
        BufferedImage image = TestPictures.plain(new Color(0x336699), 300, 200, RGB);
        image.createGraphics().fillRect(0, 0, 100, 200);

        Look look = print(TestPictures.encoded(image, "png")).look();

        assertColor(0x336699, Integer.parseInt(look.color().substring(1), 16));
        assertTrue(look.color().matches("#[0-9a-f]{6}"));
    }

    @Test
    void noReaderButOursIsAsked() {
        assertTrue(Stream.of(PictureFormat.values()).allMatch(format -> {
            try {
                return Codecs.reader(format) != null;
            } catch (IOException e) {
                return false;
            }
        }));
        assertTrue(ImageIO.getImageReadersByFormatName("bmp").hasNext(), "the JDK would read more");
    }
}
