package app.vstrivia.api.media.picture;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;

/** Readers and writers by name: never the first that thinks it can read something. */
final class Codecs {
    private Codecs() {}

    static ImageReader reader(PictureFormat format) throws IOException {
        return switch (format) {
            case JPEG -> jpeg().createReaderInstance(); // of TwelveMonkeys, which knows CMYK
            case PNG, GIF -> ImageIO.getImageReadersByFormatName(format.name()).next();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
        };
    }

    /** It finds the reader of the JDK, to which it leaves most, in the registry. */
    private static JPEGImageReaderSpi jpeg() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        synchronized (Codecs.class) {
            JPEGImageReaderSpi known = registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
            if (known != null) {
                return known;
            }
            JPEGImageReaderSpi provider = new JPEGImageReaderSpi();
            registry.registerServiceProvider(provider);
            return provider;
        }
    }

    static ImageWriter jpegWriter() {
        return ImageIO.getImageWritersByFormatName("jpeg").next();
    }

    static ImageWriter webpWriter() {
        return new WebPImageWriterSpi().createWriterInstance(null);
    }
}
