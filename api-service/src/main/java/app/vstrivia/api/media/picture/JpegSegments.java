package app.vstrivia.api.media.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What stands before the pixels of a JPEG, and in how many scans those come.
 *
 * @param exif from its byte order mark on; empty if there is none
 */
record JpegSegments(ByteBuffer exif, int scans) {
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int START_OF_SCAN = 0xda;
    private static final int APP1 = 0xe1;
    private static final int END = 0xd9;

    static JpegSegments of(ByteBuffer file) {
        ByteBuffer exif = ByteBuffer.allocate(0);
        int scans = 0;
        int at = 2;
        while (at + 4 <= file.limit()) {
            if ((file.get(at) & 0xff) != 0xff) {
                at++; // within a scan, or rubbish between segments
                continue;
            }
            int marker = file.get(at + 1) & 0xff;
            if (marker == END) {
                break;
            }
            if (!hasLength(marker)) {
                at += marker == 0xff ? 1 : 2;
                continue;
            }
            int length = file.getShort(at + 2) & 0xffff;
            int end = Math.min(at + 2 + length, file.limit());
            if (marker == START_OF_SCAN) {
                scans++;
            } else if (marker == APP1 && exif.limit() == 0 && isExif(file, at + 4, end)) {
                int begin = at + 4 + EXIF.length;
                exif = file.slice(begin, end - begin);
            }
            at = Math.max(end, at + 2);
        }
        return new JpegSegments(exif, scans);
    }

    /** Not stuffing, restarts and the like. */
    private static boolean hasLength(int marker) {
        return marker >= 0xc0 && marker != 0xff && !(marker >= 0xd0 && marker <= 0xd8);
    }

    private static boolean isExif(ByteBuffer file, int begin, int end) {
        return end - begin > EXIF.length && file.slice(begin, EXIF.length).equals(ByteBuffer.wrap(EXIF));
    }
}
