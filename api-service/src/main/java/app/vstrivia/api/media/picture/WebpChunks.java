package app.vstrivia.api.media.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The parts of a WebP that matter.
 *
 * @param exif from its byte order mark on; empty if there is none
 * @param width of the picture; 0 if there is none, or not of the size that is said before it
 * @param height of the picture; 0 as well
 * @param whole a decoder keeps all of the picture, four bytes a pixel, whatever size is asked of it: it is lossless, or can
 *     be seen through
 */
record WebpChunks(ByteBuffer exif, boolean animated, int width, int height, boolean whole) {
    private static final int FIRST = 12;
    private static final int HEAD = 8;
    private static final int ANIMATION = 0x02;
    private static final byte[] PREFIX = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    static WebpChunks of(ByteBuffer given) {
        ByteBuffer file = given.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer exif = ByteBuffer.allocate(0);
        boolean animated = false;
        boolean whole = false;
        Size said = null;
        Size size = null;
        long at = FIRST;
        while (at + HEAD <= file.limit()) {
            int begin = (int) at + HEAD;
            long length = file.getInt((int) at + 4) & 0xffff_ffffL;
            int end = (int) Math.min(begin + length, file.limit());
            byte[] name = new byte[4];
            file.get((int) at, name);
            ByteBuffer content = file.slice(begin, end - begin).order(ByteOrder.LITTLE_ENDIAN);
            switch (new String(name, StandardCharsets.ISO_8859_1)) {
                case "VP8X" -> {
                    animated |= content.limit() > 0 && (content.get(0) & ANIMATION) != 0;
                    said = said == null ? Size.ofCanvas(content) : said;
                }
                case "ANIM", "ANMF" -> animated = true;
                case "EXIF" -> exif = withoutPrefix(content);
                case "ALPH" -> whole = true;
                case "VP8L" -> {
                    whole = true;
                    size = size == null ? Size.ofLossless(content) : size;
                }
                case "VP8 " -> size = size == null ? Size.ofLossy(content) : size;
                default -> {}
            }
            at = begin + length + (length & 1);
        }
        Size known = size == null || said != null && !said.equals(size) ? Size.NONE : size;
        return new WebpChunks(exif, animated, known.width, known.height, whole);
    }

    /** Some write it as in a JPEG. */
    private static ByteBuffer withoutPrefix(ByteBuffer exif) {
        boolean prefixed =
                exif.limit() > PREFIX.length && exif.slice(0, PREFIX.length).equals(ByteBuffer.wrap(PREFIX));
        return prefixed ? exif.slice(PREFIX.length, exif.limit() - PREFIX.length) : exif;
    }

    /** As https://developers.google.com/speed/webp/docs/riff_container says, RFC 6386 and RFC 9649. */
    private record Size(int width, int height) {
        static final Size NONE = new Size(0, 0);

        private static final int FOURTEEN_BITS = 0x3fff;
        private static final int LOSSLESS = 0x2f;

        static Size ofCanvas(ByteBuffer content) {
            return content.limit() < 10
                    ? NONE
                    : new Size(1 + (content.getInt(4) & 0xff_ffff), 1 + (content.getInt(6) >>> 8));
        }

        static Size ofLossless(ByteBuffer content) {
            if (content.limit() < 5 || content.get(0) != LOSSLESS) {
                return NONE;
            }
            int bits = content.getInt(1);
            return new Size(1 + (bits & FOURTEEN_BITS), 1 + (bits >>> 14 & FOURTEEN_BITS));
        }

        static Size ofLossy(ByteBuffer content) {
            return content.limit() < 10
                    ? NONE
                    : new Size(content.getShort(6) & FOURTEEN_BITS, content.getShort(8) & FOURTEEN_BITS);
        }
    }
}
