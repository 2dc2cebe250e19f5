package app.vstrivia.api.question.format.archive;

import app.vstrivia.api.question.format.Unfit;
import app.vstrivia.api.question.format.Unsaid;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** How much fits into a zip of ours, so that an import takes it: as a file that is sent, and as what it inflates to. */
public final class ZipRoom {
    /** What the body of an import may have, in bytes ({@code quarkus.http.limits.max-body-size}). */
    public static final long LARGEST_FILE = 64L << 20;

    /** Of an entry, beside its bytes: its name, twice, and what stands around it. */
    private static final long AROUND = 400;

    /** What was handed over and is not written yet, what is deflated to more than it was, a manifest at the end. */
    private static final long SPARE = 2L << 20;

    private final Counted written;
    private long coming;

    /** @param bytes where the zip goes */
    public ZipRoom(OutputStream bytes) {
        written = new Counted(bytes);
    }

    /** Where the zip is to be written, to be counted. */
    public OutputStream stream() {
        return written;
    }

    /** @throws Unfit if there is no room for a file of {@code size} bytes; pictures and videos do not become less in a zip */
    public void require(long size) throws Unfit {
        if (written.count() + coming + AROUND + size + SPARE > LARGEST_FILE) {
            throw full();
        }
    }

    /** Keeps the room for a file that is written at the end. */
    public void keep(long size) {
        coming += AROUND + size;
    }

    /** How much was written. */
    long written() {
        return written.count();
    }

    static Unfit full() {
        return Unsaid.full("a file of more than " + (LARGEST_FILE >> 20)
                + " MB is not imported again; export the rest by category, language or tag");
    }

    /** Counts what goes through. */
    static final class Counted extends FilterOutputStream {
        private long count;

        Counted(OutputStream bytes) {
            super(bytes);
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }

        long count() {
            return count;
        }
    }
}
