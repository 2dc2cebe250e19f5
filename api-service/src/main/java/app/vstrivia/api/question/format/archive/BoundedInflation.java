package app.vstrivia.api.question.format.archive;

import app.vstrivia.api.question.format.UnreadableFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends where a file of a zip becomes larger than any honest one. */
final class BoundedInflation extends FilterInputStream {
    private static final long LARGEST = 128L << 20;

    /** JSON and XML shrink to a twentieth, sheets of empty cells to a hundredth; a bomb to a thousandth. */
    private static final long STEEPEST = 200;

    /** Small files may be as repetitive as they like. */
    private static final long HARMLESS = 1L << 20;

    private final long most;
    private long read;

    BoundedInflation(InputStream inflated, long deflatedSize) {
        super(inflated);
        most = most(deflatedSize);
    }

    /** What a file that is deflated to so much may inflate to. */
    static long most(long deflatedSize) {
        return Math.min(LARGEST, HARMLESS + STEEPEST * Math.max(0, deflatedSize));
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int got = super.read(bytes, from, length);
        count(got);
        return got;
    }

    private void count(int got) {
        read += Math.max(0, got);
        if (read > most) {
            throw new UnreadableFile(1, "A file of the zip inflates to far more than it should.");
        }
    }
}
