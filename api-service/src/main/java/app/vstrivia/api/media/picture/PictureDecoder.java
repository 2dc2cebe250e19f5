package app.vstrivia.api.media.picture;

import app.vstrivia.api.media.UnfitMedium;
import app.vstrivia.api.media.Unfitness;
import com.luciad.imageio.webp.WebPReadParam;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;

/** Makes pixels of a file: sRGB, eight bits, upright, and not many more than are needed. */
final class PictureDecoder {
    /** Of the longer side, twice what is needed at most, so that what is left out is not seen. */
    private static final int ENOUGH = 2 * PictureSize.LARGEST;

    /** Of the pixels as they are read, and as they are drawn then. */
    private static final long MOST_BYTES = 64 << 20;

    /** Of a pixel as it is drawn. */
    private static final int DRAWN_BITS = 32;

    private PictureDecoder() {}

    /**
     * Of what moves: the first picture. What can be seen through has white behind it, in whatever format it is shown: so
     * nobody approves another picture than the one that others see.
     *
     * @param folder for what is left between two steps
     * @throws UnfitMedium if the file is broken, or ends too early
     */
    static BufferedImage decode(Path file, PictureHeader header, WorkFolder folder) throws IOException {
        Path pixels = header.format() == PictureFormat.PNG ? pixelsOf(file, folder) : file;
        try {
            return header.orientation().apply(plain(read(pixels, header)));
        } catch (UnfitMedium unfit) {
            throw unfit;
        } catch (IOException | RuntimeException broken) { // neither readers nor colours are careful with what is broken
            throw new UnfitMedium(Unfitness.UNREADABLE);
        }
    }

    private static Path pixelsOf(Path file, WorkFolder folder) throws IOException {
        Path pixels = folder.file("pixels.png");
        try (OutputStream out = Files.newOutputStream(pixels)) {
            PngChunks.copyPixels(Inspection.map(file), out);
        }
        return pixels;
    }

    private static BufferedImage read(Path file, PictureHeader header) throws IOException {
        ImageReader reader = Codecs.reader(header.format());
        boolean[] incomplete = new boolean[1];
        reader.addIIOReadWarningListener((source, warning) -> incomplete[0] |= tellsOfAnEnd(warning));
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            BufferedImage image = reader.read(0, parameters(reader, header));
            if (incomplete[0]) {
                throw new UnfitMedium(Unfitness.UNREADABLE);
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    private static ImageReadParam parameters(ImageReader reader, PictureHeader header) throws IOException {
        ImageReadParam parameters = reader.getDefaultReadParam();
        if (parameters instanceof WebPReadParam webp) {
            scale(webp, header); // it can do nothing else
        } else {
            int step = step(header, bits(reader));
            parameters.setSourceSubsampling(step, step, 0, 0);
        }
        return parameters;
    }

    /** To the largest size that is shown, line by line. */
    private static void scale(WebPReadParam parameters, PictureHeader header) {
        List<PictureSize> sizes = PictureSize.of(header.width(), header.height());
        PictureSize largest = sizes.get(sizes.size() - 1);
        if (largest.width() < header.width() || largest.height() < header.height()) {
            parameters.setUseScaling(true);
            parameters.setScaledWidth(largest.width());
            parameters.setScaledHeight(largest.height());
        }
    }

    /** Of which pixels, across and down, one is read. */
    private static int step(PictureHeader header, int bits) {
        int step = Math.max(1, Math.max(header.width(), header.height()) / ENOUGH);
        while ((long) (header.width() / step) * (header.height() / step) * bits / Byte.SIZE > MOST_BYTES) {
            step++;
        }
        return step;
    }

    /** Of a pixel, as it is read or as it is drawn, whichever is more. */
    private static int bits(ImageReader reader) throws IOException {
        ImageTypeSpecifier type = reader.getRawImageType(0);
        return type == null
                ? DRAWN_BITS
                : Math.max(DRAWN_BITS, type.getColorModel().getPixelSize());
    }

    /** A JPEG that ends too early is filled up with grey, and only a warning says so. */
    private static boolean tellsOfAnEnd(String warning) {
        String words = warning.toLowerCase(Locale.ROOT);
        return words.contains("truncated") || words.contains("premature") || words.contains("eoi");
    }

    /** Whatever the colours were: by drawing them, which knows grey, palettes, 16 bits and profiles. */
    private static BufferedImage plain(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return image;
        }
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plain.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, plain.getWidth(), plain.getHeight());
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return plain;
    }
}
