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
    private static final Note TOO_LONG = new Note("line-too-long", "the line is longer than 64 KB");

    private final InputStream bytes;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private int number;
    private int ahead;

    public LineReader(InputStream bytes) throws IOException {
        this.bytes = new BufferedInputStream(bytes, 64 * 1024);
        ahead = this.bytes.read();
        skipByteOrderMark();
    }

    /** The next line, or null after the last one. One that is too long for a text is cut, and damaged: a picture, say. */
    public SourceLine next() throws IOException {
        if (ahead < 0) {
            return null;
        }
        number++;
        line.reset();
        while (ahead >= 0 && ahead != '\n' && ahead != '\r') {
            if (line.size() <= LONGEST) {
                line.write(ahead);
            }
            ahead = bytes.read();
        }
        boolean carriageReturn = ahead == '\r';
        ahead = bytes.read();
        if (carriageReturn && ahead == '\n') {
            ahead = bytes.read();
        }
        SourceLine decoded = LineDecoder.decode(number, line.toByteArray());
        return line.size() > LONGEST ? new SourceLine(number, decoded.text(), null, TOO_LONG) : decoded;
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
