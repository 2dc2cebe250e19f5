package app.vstrivia.api.question.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts bytes into lines at LF, CR LF or CR, and has each decoded by itself: files that many hands edited change their
 * encoding from line to line.
 */
public final class LineReader implements Closeable {
    private static final int LONGEST = 64 * 1024;

    private final InputStream bytes;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private int number;
    private int ahead;

    public LineReader(InputStream bytes) throws IOException {
        this.bytes = new BufferedInputStream(bytes, 64 * 1024);
        ahead = this.bytes.read();
        skipByteOrderMark();
    }

    /**
     * The next line, or null after the last one.
     *
     * @throws UnreadableFile if a line is so long that this cannot be a text
     */
    public SourceLine next() throws IOException {
        if (ahead < 0) {
            return null;
        }
        number++;
        line.reset();
        while (ahead >= 0 && ahead != '\n' && ahead != '\r') {
            if (line.size() == LONGEST) {
                throw new UnreadableFile(number, "Line " + number + " is longer than 64 KB.");
            }
            line.write(ahead);
            ahead = bytes.read();
        }
        boolean carriageReturn = ahead == '\r';
        ahead = bytes.read();
        if (carriageReturn && ahead == '\n') {
            ahead = bytes.read();
        }
        return LineDecoder.decode(number, line.toByteArray());
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private void skipByteOrderMark() throws IOException {
        if (ahead != 0xef) {
            return;
        }
        bytes.mark(2);
        if (bytes.read() == 0xbb && bytes.read() == 0xbf) {
            ahead = bytes.read();
        } else {
            bytes.reset();
        }
    }
}
