package app.vstrivia.api.media.picture;

import app.vstrivia.api.media.UnfitMedium;
import app.vstrivia.api.media.Unfitness;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/** Looks at a file before anything of it is decoded. */
final class Inspection {
    /** Of the file, in bytes. */
    static final long MOST_BYTES = 10 << 20;

    /** Of a side. */
    static final int LONGEST_SIDE = 16_000;

    /** Of the picture: a phone's largest has 200 million, its usual one 12. */
    static final long MOST_PIXELS = 40_000_000;

    /** Of one that a decoder has in its memory as a whole, however small it is to be. */
    static final long MOST_PIXELS_AS_A_WHOLE = 16_000_000;

    /** A progressive JPEG has ten; each costs as much as the picture. */
    static final int MOST_SCANS = 40;

    private Inspection() {}

    /** @throws UnfitMedium if it is no picture that we take */
    static PictureHeader of(Path file) throws IOException {
        ByteBuffer content = map(file);
        if (content.limit() > MOST_BYTES) {
            throw new UnfitMedium(Unfitness.TOO_MANY_BYTES);
        }
        PictureFormat format = PictureFormat.of(content).orElseThrow(() -> new UnfitMedium(Unfitness.UNSUPPORTED_TYPE));
        return switch (format) {
            case JPEG -> jpeg(file, content);
            case PNG -> asked(file, format, Exif.orientation(PngChunks.exif(content)), MOST_PIXELS);
            case GIF -> asked(file, format, Orientation.UPRIGHT, MOST_PIXELS);
            case WEBP -> webp(content);
        };
    }

    private static PictureHeader jpeg(Path file, ByteBuffer content) throws IOException {
        JpegSegments segments = JpegSegments.of(content);
        if (segments.scans() > MOST_SCANS) {
            throw new UnfitMedium(Unfitness.TOO_COMPLEX);
        }
        long most = segments.inParts() ? MOST_PIXELS_AS_A_WHOLE : MOST_PIXELS;
        return asked(file, PictureFormat.JPEG, Exif.orientation(segments.exif()), most);
    }

    /** Its reader would have the whole file on the heap before it says how large the picture is. */
    private static PictureHeader webp(ByteBuffer content) {
        WebpChunks chunks = WebpChunks.of(content);
        if (chunks.animated()) {
            throw new UnfitMedium(Unfitness.ANIMATED);
        }
        Orientation orientation = Exif.orientation(chunks.exif());
        return bounded(
                new PictureHeader(PictureFormat.WEBP, chunks.width(), chunks.height(), orientation),
                chunks.whole() ? MOST_PIXELS_AS_A_WHOLE : MOST_PIXELS);
    }

    private static PictureHeader asked(Path file, PictureFormat format, Orientation orientation, long mostPixels)
            throws IOException {
        ImageReader reader = Codecs.reader(format);
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            return bounded(new PictureHeader(format, reader.getWidth(0), reader.getHeight(0), orientation), mostPixels);
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            throw new UnfitMedium(Unfitness.UNREADABLE);
        } finally {
            reader.dispose();
        }
    }

    /** Read from the file as it is asked for; it is on no heap. */
    static ByteBuffer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(channel.size(), MOST_BYTES + 1));
        }
    }

    private static PictureHeader bounded(PictureHeader header, long mostPixels) {
        if (header.width() < 1 || header.height() < 1) {
            throw new UnfitMedium(Unfitness.UNREADABLE);
        }
        if (header.width() > LONGEST_SIDE
                || header.height() > LONGEST_SIDE
                || (long) header.width() * header.height() > mostPixels) {
            throw new UnfitMedium(Unfitness.TOO_MANY_PIXELS);
        }
        return header;
    }
}
