package app.vstrivia.api.media.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;

/** Makes files of pixels, which nobody sees through, and of nothing else. */
final class PictureEncoder {
    private static final float JPEG_QUALITY = 0.82f;
    private static final float WEBP_QUALITY = 0.8f;

    private PictureEncoder() {}

    /** The same smaller, or itself. */
    static BufferedImage scaled(BufferedImage image, PictureSize size) throws IOException {
        if (size.width() == image.getWidth() && size.height() == image.getHeight()) {
            return image;
        }
        return Thumbnails.of(image)
                .forceSize(size.width(), size.height())
                .imageType(image.getType())
                .asBufferedImage();
    }

    static void jpeg(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = Codecs.jpegWriter();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(JPEG_QUALITY);
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        write(writer, parameters, image, file);
    }

    static void webp(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = Codecs.webpWriter();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionType("Lossy");
        parameters.setCompressionQuality(WEBP_QUALITY);
        write(writer, parameters, image, file);
    }

    private static void write(ImageWriter writer, ImageWriteParam parameters, BufferedImage image, Path file)
            throws IOException {
        try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }
}
