package app.vstrivia.api.media.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures of all sorts, good ones and bad ones. */
public final class TestPictures {
    /** What nobody shall find in what is shown. */
    static final String SECRET = "52.5200N-13.4050E";

    private TestPictures() {}

    /** Four fields: red, green, blue and white, from the upper left, row by row. */
    static BufferedImage fields(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        Color[] colors = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < colors.length; i++) {
            graphics.setColor(colors[i]);
            graphics.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
        }
        graphics.dispose();
        return image;
    }

    /** A picture that no other one is like. */
    public static byte[] unique(String format) {
        BufferedImage image = fields(400, 300, BufferedImage.TYPE_INT_RGB);
        long salt = System.nanoTime();
        for (int bit = 0; bit < Long.SIZE; bit++) {
            image.setRGB(bit, 299, (salt >> bit & 1) == 0 ? 0 : 0xffffff);
        }
        return encoded(image, format);
    }

    static byte[] encoded(BufferedImage image, String format) {
        ImageWriter writer = format.equals("webp")
                ? Codecs.webpWriter()
                : ImageIO.getImageWritersByFormatName(format).next();
        return write(writer, new IIOImage(image, null, null));
    }

    private static byte[] write(ImageWriter writer, IIOImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(image);
            out.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** With that orientation, and with a place. */
    static byte[] jpegWithExif(int orientation) {
        return inserted(encoded(fields(400, 200, BufferedImage.TYPE_INT_RGB), "jpeg"), 2, app1(exif(orientation)));
    }

    private static byte[] app1(byte[] exif) {
        byte[] content = joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif);
        return joined(
                ByteBuffer.allocate(4)
                        .putShort((short) 0xffe1)
                        .putShort((short) (content.length + 2))
                        .array(),
                content);
    }

    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(200)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'I')
                .put((byte) 'I')
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putInt(orientation)
                .putInt(0)
                .put(SECRET.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    static byte[] pngWithExif(int orientation) {
        byte[] png = encoded(fields(400, 200, BufferedImage.TYPE_INT_RGB), "png");
        return inserted(png, 33, chunk("eXIf", exif(orientation)));
    }

    static byte[] webpWithExif(int orientation) {
        byte[] simple = encoded(fields(400, 200, BufferedImage.TYPE_INT_RGB), "webp");
        byte[] exif = exif(orientation);
        byte[] extended = riffChunk(
                "VP8X",
                ByteBuffer.allocate(10)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put((byte) 0x08)
                        .put(new byte[3])
                        .put(new byte[] {(byte) 143, 1, 0, (byte) 199, 0, 0})
                        .array());
        return riff(extended, Arrays.copyOfRange(simple, 12, simple.length), riffChunk("EXIF", exif));
    }

    /** Two frames of a picture that moves. */
    static byte[] animatedWebp() {
        byte[] simple = encoded(fields(64, 64, BufferedImage.TYPE_INT_RGB), "webp");
        byte[] frame = Arrays.copyOfRange(simple, 12, simple.length);
        byte[] extended = riffChunk("VP8X", new byte[] {0x02, 0, 0, 0, 63, 0, 0, 63, 0, 0});
        byte[] moving =
                riffChunk("ANMF", joined(new byte[] {0, 0, 0, 0, 0, 0, 63, 0, 0, 63, 0, 0, 100, 0, 0, 0}, frame));
        return riff(extended, riffChunk("ANIM", new byte[6]), moving, moving);
    }

    private static byte[] riff(byte[]... chunks) {
        byte[] content = joined(chunks);
        return joined(
                ByteBuffer.allocate(12)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                        .putInt(content.length + 4)
                        .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                        .array(),
                content);
    }

    private static byte[] riffChunk(String name, byte[] content) {
        return joined(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(name.getBytes(StandardCharsets.US_ASCII))
                        .putInt(content.length)
                        .array(),
                content,
                new byte[content.length & 1]);
    }

    /** A red picture, then a blue one. */
    static byte[] animatedGif() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (Color color : new Color[] {Color.RED, Color.BLUE}) {
                BufferedImage frame = plain(color, 60, 40, BufferedImage.TYPE_INT_RGB);
                writer.writeToSequence(new IIOImage(frame, null, delayed(writer, frame)), null);
            }
            writer.endWriteSequence();
            out.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private static IIOMetadata delayed(ImageWriter writer, BufferedImage frame) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        IIOMetadataNode control = (IIOMetadataNode)
                root.getElementsByTagName("GraphicControlExtension").item(0);
        control.setAttribute("delayTime", "20");
        metadata.setFromTree(format, root);
        return metadata;
    }

    static BufferedImage plain(Color color, int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    /** Four inks, written as Adobe does: upside down; it is pure cyan. */
    static byte[] cmykJpeg() {
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 64, 4, null);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                inks.setPixel(x, y, new int[] {0, 255, 255, 255});
            }
        }
        ImageWriter writer = null;
        for (var writers = ImageIO.getImageWritersByFormatName("jpeg"); writers.hasNext(); ) {
            ImageWriter next = writers.next();
            writer = next.canWriteRasters() ? next : writer;
        }
        byte[] jpeg = write(writer, new IIOImage(inks, null, null));
        byte[] adobe = {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        return inserted(jpeg, 2, adobe);
    }

    /** 0x8080, 0x4040 and 0xffff. */
    static byte[] png16() {
        ComponentColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, 1, DataBuffer.TYPE_USHORT);
        WritableRaster raster = colors.createCompatibleWritableRaster(50, 50);
        for (int y = 0; y < 50; y++) {
            for (int x = 0; x < 50; x++) {
                raster.setPixel(x, y, new int[] {0x8080, 0x4040, 0xffff});
            }
        }
        return encoded(new BufferedImage(colors, raster, false, null), "png");
    }

    /** 0x8080. */
    static byte[] grey16() {
        BufferedImage image = new BufferedImage(50, 50, BufferedImage.TYPE_USHORT_GRAY);
        for (int y = 0; y < 50; y++) {
            for (int x = 0; x < 50; x++) {
                image.getRaster().setSample(x, y, 0, 0x8080);
            }
        }
        return encoded(image, "png");
    }

    /** Says that it is that large, and holds next to nothing. */
    static byte[] pngHeader(int width, int height) {
        return pngHeader(width, height, 8, 2);
    }

    /** The same with so many bits a sample, and of that sort of colours. */
    static byte[] pngHeader(int width, int height, int bits, int colors) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {(byte) bits, (byte) colors, 0, 0, 0})
                .array();
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                chunk("IHDR", header),
                chunk("IDAT", deflated(new byte[1_000])),
                chunk("IEND", new byte[0]));
    }

    /** A small picture with a text of half a gigabyte, in half a megabyte; its palette makes readers look at texts. */
    static byte[] pngWithLargeText() {
        BufferedImage image = fields(40, 40, BufferedImage.TYPE_BYTE_INDEXED);
        byte[] text = joined("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1), deflated(new byte[500_000_000]));
        return inserted(encoded(image, "png"), 33, chunk("zTXt", text));
    }

    /** One picture, told a hundred times. */
    static byte[] jpegWithManyScans() {
        byte[] jpeg = encoded(fields(64, 64, BufferedImage.TYPE_INT_RGB), "jpeg");
        int scan = 0;
        while ((jpeg[scan] & 0xff) != 0xff || (jpeg[scan + 1] & 0xff) != 0xda) {
            scan++;
        }
        byte[] scans = new byte[0];
        byte[] one = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
        for (int i = 0; i < 100; i++) {
            scans = joined(scans, one);
        }
        return joined(Arrays.copyOf(jpeg, scan), scans, new byte[] {(byte) 0xff, (byte) 0xd9});
    }

    /** Says that it is of that sort and that large, with a scan for each of its colours or one for all, and holds nothing. */
    static byte[] jpegHeader(int frame, int width, int height, int colorsOfScan) {
        ByteBuffer jpeg = ByteBuffer.allocate(100)
                .putShort((short) 0xffd8)
                .putShort((short) (0xff00 | frame))
                .putShort((short) 17)
                .put((byte) 8)
                .putShort((short) height)
                .putShort((short) width)
                .put(new byte[] {3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0});
        jpeg.putShort((short) 0xffda).putShort((short) (6 + 2 * colorsOfScan)).put((byte) colorsOfScan);
        for (int color = 1; color <= colorsOfScan; color++) {
            jpeg.put((byte) color).put((byte) 0);
        }
        jpeg.put(new byte[] {1, 0, 0}).put(new byte[20]).putShort((short) 0xffd9);
        return Arrays.copyOf(jpeg.array(), jpeg.position());
    }

    /** Behind a marker that some skip with what follows, and others without. */
    static byte[] hiddenFrame() {
        byte[] lossless = jpegHeader(0xc3, 16_000, 2_000, 3);
        return inserted(lossless, 2, new byte[] {(byte) 0xff, 0x01, (byte) 0xff, (byte) 0xe0, 0, 60});
    }

    /** Says that it is that large, and holds nothing. */
    static byte[] webpHeader(boolean lossless, int width, int height) {
        ByteBuffer head = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        if (lossless) {
            head.put((byte) 0x2f).putInt(width - 1 | height - 1 << 14);
        } else {
            head.put(new byte[] {0x10, 0, 0, (byte) 0x9d, 0x01, 0x2a})
                    .putShort((short) width)
                    .putShort((short) height);
        }
        return riff(riffChunk(lossless ? "VP8L" : "VP8 ", head.array()));
    }

    static byte[] svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script><rect width=\"9\" height=\"9\"/></svg>"
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A picture for one program, a page with a script for another. */
    static byte[] polyglot() {
        byte[] jpeg = encoded(fields(400, 300, BufferedImage.TYPE_INT_RGB), "jpeg");
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] comment = ByteBuffer.allocate(4)
                .putShort((short) 0xfffe)
                .putShort((short) (script.length + 2))
                .array();
        return joined(inserted(jpeg, 2, joined(comment, script)), "PK\3\4".getBytes(StandardCharsets.US_ASCII), script);
    }

    static byte[] cut(byte[] file) {
        return Arrays.copyOf(file, file.length * 7 / 10);
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] named = joined(name.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 check = new CRC32();
        check.update(named);
        return joined(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    private static byte[] inserted(byte[] file, int at, byte[] what) {
        return joined(Arrays.copyOf(file, at), what, Arrays.copyOfRange(file, at, file.length));
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
