package app.vstrivia.api.question.format.sheet;

import app.vstrivia.api.question.format.UnreadableFile;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends where one record becomes longer than any question: a quotation mark that is not closed takes the rest of a file. */
final class RecordBound extends FilterReader {
    private static final int LONGEST = 256 * 1024;

    private int read;

    RecordBound(Reader reader) {
        super(reader);
    }

    void begin() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        count(1);
        return super.read();
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int got = super.read(into, from, Math.min(length, 8192));
        count(got);
        return got;
    }

    private void count(int got) {
        read += Math.max(0, got);
        if (read > LONGEST) {
            throw new UnreadableFile(1, "A row is longer than any question; is a quotation mark not closed?");
        }
    }
}
