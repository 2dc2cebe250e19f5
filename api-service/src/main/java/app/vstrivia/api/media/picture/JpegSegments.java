package app.vstrivia.api.media.picture;

import app.vstrivia.api.media.UnfitMedium;
import app.vstrivia.api.media.Unfitness;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What stands before the pixels of a JPEG, and in how many scans those come.
 *
 * @param exif from its byte order mark on; empty if there is none
 * @param inParts a decoder keeps all of the picture, six or eight bytes a pixel, until the last scan is read: it is
 *     progressive, or a scan has not all of its colours
 */
record JpegSegments(ByteBuffer exif, int scans, boolean inParts) {
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int START_OF_SCAN = 0xda;
    private static final int PROGRESSIVE = 0xc2;
    private static final int APP1 = 0xe1;
    private static final int END = 0xd9;

    /**
     * Looks at all of it.
     *
     * @throws UnfitMedium if it is none of the usual sorts (baseline, extended, progressive): others, such as the lossless
     *     one, claim memory before there is a pixel; or if something before the pixels may be read in two ways
     */
    static JpegSegments of(ByteBuffer file) {
        ByteBuffer exif = ByteBuffer.allocate(0);
        int scans = 0;
        int colors = 0;
        boolean inParts = false;
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
            if (scans == 0) {
                check(marker);
            }
            if (!hasLength(marker)) {
                at += marker == 0xff ? 1 : 2;
                continue;
            }
            int length = file.getShort(at + 2) & 0xffff;
            int end = Math.min(at + 2 + length, file.limit());
            if (marker == START_OF_SCAN) {
                scans++;
                inParts |= at + 4 < end && (file.get(at + 4) & 0xff) < colors;
            } else if (isFrame(marker)) {
                inParts |= marker == PROGRESSIVE;
                colors = at + 9 < end ? file.get(at + 9) & 0xff : 0;
            } else if (marker == APP1 && exif.limit() == 0 && isExif(file, at + 4, end)) {
                int begin = at + 4 + EXIF.length;
                exif = file.slice(begin, end - begin);
            }
            at = Math.max(end, at + 2);
        }
        return new JpegSegments(exif, scans, inParts);
    }

    /** Of what stands before the first scan: whatever readers do not agree on how to skip could hide another frame. */
    private static void check(int marker) {
        if (isFrame(marker) && marker > PROGRESSIVE) {
            throw new UnfitMedium(Unfitness.UNSUPPORTED_TYPE);
        }
        boolean usual = marker >= 0xc0 && marker <= 0xcf // frames and tables
                || marker >= START_OF_SCAN && marker <= 0xdd
                || marker >= 0xe0 && marker <= 0xef // of applications
                || marker >= 0xfe; // a comment, or a byte that fills up
        if (!usual) {
            throw new UnfitMedium(Unfitness.UNREADABLE);
        }
    }

    /** Not the tables that stand among them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Not stuffing, restarts and the like. */
    private static boolean hasLength(int marker) {
        return marker >= 0xc0 && marker != 0xff && !(marker >= 0xd0 && marker <= 0xd8);
    }

    private static boolean isExif(ByteBuffer file, int begin, int end) {
        return end - begin > EXIF.length && file.slice(begin, EXIF.length).equals(ByteBuffer.wrap(EXIF));
    }
}
