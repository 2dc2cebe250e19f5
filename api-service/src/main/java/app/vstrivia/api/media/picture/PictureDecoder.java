package app.vstrivia.api.media.picture;

import app.vstrivia.api.media.UnfitMedium;
import app.vstrivia.api.media.Unfitness;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/** Makes pixels of a file: sRGB, eight bits, upright, and not many more than are needed. */
final class PictureDecoder {
    /** Of the longer side, twice what is needed at most, so that what is left out is not seen. */
    private static final int ENOUGH = 2 * PictureSize.LARGEST;

    private PictureDecoder() {}

    /**
     * Of what moves: the first picture.
     *
     * @param folder for what is left between two steps
     * @throws UnfitMedium if the file is broken, or ends too early
     */
    static BufferedImage decode(Path file, PictureHeader header, WorkFolder folder) throws IOException {
        Path pixels = header.format() == PictureFormat.PNG ? pixelsOf(file, folder) : file;
        return header.orientation().apply(plain(read(pixels, header)));
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
            ImageReadParam parameters = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(header.width(), header.height()) / ENOUGH);
            parameters.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, parameters);
            if (incomplete[0]) {
                throw new UnfitMedium(Unfitness.UNREADABLE);
            }
            return image;
        } catch (UnfitMedium unfit) {
            throw unfit;
        } catch (IOException | RuntimeException broken) { // readers are not careful with what is broken
            throw new UnfitMedium(Unfitness.UNREADABLE);
        } finally {
            reader.dispose();
        }
    }

    /** A JPEG that ends too early is filled up with grey, and only a warning says so. */
    private static boolean tellsOfAnEnd(String warning) {
        String words = warning.toLowerCase(Locale.ROOT);
        return words.contains("truncated") || words.contains("premature") || words.contains("eoi");
    }

    /** Whatever the colours were: by drawing them, which knows grey, palettes, 16 bits and profiles. */
    private static BufferedImage plain(BufferedImage image) {
        boolean alpha = image.getColorModel().hasAlpha() && !isOpaque(image);
        int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        if (image.getType() == type) {
            return image;
        }
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), type);
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return plain;
    }

    private static boolean isOpaque(BufferedImage image) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int pixel : row) {
                if (pixel >>> 24 != 0xff) {
                    return false;
                }
            }
        }
        return true;
    }
}
