package app.vstrivia.api.media.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Tells a JPEG that is nothing but a picture, such as our own, from one that has other things before, in or behind it. */
final class PlainJpeg {
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int JFIF_LENGTH = 16;
    private static final int START = 0xffd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;

    private final ByteBuffer file;
    private int at = 2;

    private PlainJpeg(ByteBuffer file) {
        this.file = file;
    }

    static boolean is(ByteBuffer file) {
        return file.limit() > 4 && (file.getShort(0) & 0xffff) == START && new PlainJpeg(file).isPlain();
    }

    private boolean isPlain() {
        while (at + 4 <= file.limit()) {
            int marker = file.get(at + 1) & 0xff;
            int end = at + 2 + (file.getShort(at + 2) & 0xffff);
            if ((file.get(at) & 0xff) != 0xff || end > file.limit() || !isNeeded(marker)) {
                return false;
            }
            at = end;
            if (marker == SCAN) {
                passScan();
                if (at + 2 == file.limit()) {
                    return (file.get(at) & 0xff) == 0xff && (file.get(at + 1) & 0xff) == END;
                }
            }
        }
        return false;
    }

    private boolean isNeeded(int marker) {
        return switch (marker) {
            case 0xc0, 0xc1, 0xc2, 0xc4, 0xdb, 0xdd, SCAN -> true; // frames, tables, restarts
            case 0xe0 -> isJfif();
            default -> false;
        };
    }

    private boolean isJfif() {
        return (file.getShort(at + 2) & 0xffff) == JFIF_LENGTH
                && file.slice(at + 4, JFIF.length).equals(ByteBuffer.wrap(JFIF));
    }

    /** To the marker that ends it: within it, each 0xff is followed by a zero, or is a restart. */
    private void passScan() {
        while (at + 1 < file.limit()) {
            int next = file.get(at + 1) & 0xff;
            if ((file.get(at) & 0xff) == 0xff && next != 0 && (next < 0xd0 || next > 0xd7)) {
                return;
            }
            at++;
        }
    }
}
