package app.vstrivia.api.media.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The parts of a WebP that matter.
 *
 * @param exif from its byte order mark on; empty if there is none
 */
record WebpChunks(ByteBuffer exif, boolean animated) {
    private static final int FIRST = 12;
    private static final int HEAD = 8;
    private static final int ANIMATION = 0x02;
    private static final byte[] PREFIX = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    static WebpChunks of(ByteBuffer given) {
        ByteBuffer file = given.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer exif = ByteBuffer.allocate(0);
        boolean animated = false;
        long at = FIRST;
        while (at + HEAD <= file.limit()) {
            int begin = (int) at + HEAD;
            long length = file.getInt((int) at + 4) & 0xffff_ffffL;
            int end = (int) Math.min(begin + length, file.limit());
            byte[] name = new byte[4];
            file.get((int) at, name);
            switch (new String(name, StandardCharsets.ISO_8859_1)) {
                case "VP8X" -> animated |= end > begin && (file.get(begin) & ANIMATION) != 0;
                case "ANIM", "ANMF" -> animated = true;
                case "EXIF" -> exif = withoutPrefix(file.slice(begin, end - begin));
                default -> {}
            }
            at = begin + length + (length & 1);
        }
        return new WebpChunks(exif, animated);
    }

    /** Some write it as in a JPEG. */
    private static ByteBuffer withoutPrefix(ByteBuffer exif) {
        boolean prefixed =
                exif.limit() > PREFIX.length && exif.slice(0, PREFIX.length).equals(ByteBuffer.wrap(PREFIX));
        return prefixed ? exif.slice(PREFIX.length, exif.limit() - PREFIX.length) : exif;
    }
}
