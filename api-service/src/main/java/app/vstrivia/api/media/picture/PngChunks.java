package app.vstrivia.api.media.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The parts of a PNG. */
final class PngChunks {
    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    /** What is needed for the pixels; texts and profiles are compressed, and may be inflated to gigabytes. */
    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngChunks() {}

    /** Empty if there is none. */
    static ByteBuffer exif(ByteBuffer file) {
        for (int at = SIGNATURE; at + AROUND <= file.limit(); at = next(file, at)) {
            if (name(file, at).equals("eXIf")) {
                return file.slice(at + 8, next(file, at) - at - AROUND);
            }
        }
        return ByteBuffer.allocate(0);
    }

    /** Writes the same picture without anything else. */
    static void copyPixels(ByteBuffer file, OutputStream target) throws IOException {
        WritableByteChannel out = Channels.newChannel(target);
        out.write(file.slice(0, SIGNATURE));
        for (int at = SIGNATURE; at + AROUND <= file.limit(); at = next(file, at)) {
            if (PIXELS.contains(name(file, at))) {
                out.write(file.slice(at, next(file, at) - at));
            }
        }
    }

    private static String name(ByteBuffer file, int at) {
        byte[] name = new byte[4];
        file.get(at + 4, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    /** Of a chunk that ends beyond the file: its end. */
    private static int next(ByteBuffer file, int at) {
        long length = file.getInt(at) & 0xffff_ffffL;
        return (int) Math.min(at + AROUND + length, file.limit());
    }
}
