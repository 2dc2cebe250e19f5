package app.vstrivia.api.question.format.archive;

import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.format.MediaFiles;
import app.vstrivia.api.question.format.QuestionWriter;
import app.vstrivia.api.question.format.Unfit;
import app.vstrivia.api.question.format.Unsaid;
import app.vstrivia.api.question.format.VsTriviaWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes our own zip: the manifest first, as a stream, then the files that it refers to. It is never one that we would not read. */
public final class VsTriviaZipWriter implements QuestionWriter {
    /** In the manifest, of one question; its texts are bounded. */
    private static final long LONGEST = 64L << 10;

    private final ZipRoom room;
    private final Deflating zip;
    private final ZipRoom.Counted text;
    private final VsTriviaWriter manifest;
    private final MediaFiles files;
    private final Map<String, MediaRef> media = new LinkedHashMap<>();

    public VsTriviaZipWriter(OutputStream bytes, MediaFiles files) throws IOException {
        this.files = files;
        room = new ZipRoom(bytes);
        zip = new Deflating(room.stream());
        zip.putNextEntry(new ZipEntry(VsTriviaZipReader.MANIFEST));
        text = new ZipRoom.Counted(new Unclosed(zip));
        manifest = new VsTriviaWriter(text);
    }

    @Override
    public void write(NewQuestion question) throws Unfit, IOException {
        write(question, null);
    }

    @Override
    public void write(NewQuestion question, QuestionStatus status) throws Unfit, IOException {
        requireText();
        MediaRef reference = question.media();
        if (reference != null && reference.isInZip() && !media.containsKey(reference.reference())) {
            long size = files.size(reference)
                    .orElseThrow(() -> new Unfit("media-missing", "its picture or video is not there any more"));
            if (media.size() == Archive.MOST_FILES - 1) {
                throw Unsaid.full("a zip has " + media.size() + " pictures and videos at most");
            }
            room.require(size);
            room.keep(size);
            media.put(reference.reference(), reference);
        }
        manifest.writeWithMedia(question, status);
    }

    /**
     * There is room for one question more. A text that shrinks like no honest one would not be read again; written piece by piece it
     * shrinks less.
     */
    private void requireText() throws Unfit, IOException {
        room.require(LONGEST);
        if (isTooLong()) {
            zip.writeWhatWaits();
            if (isTooLong()) {
                throw ZipRoom.full();
            }
        }
    }

    private boolean isTooLong() {
        long most = Math.min(BoundedInflation.most(room.written()), Archive.LARGEST - ZipRoom.LARGEST_FILE);
        return text.count() + LONGEST > most;
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            manifest.close();
            zip.closeEntry();
            for (MediaRef reference : media.values()) {
                Optional<InputStream> found = files.open(reference);
                if (found.isPresent()) {
                    try (InputStream bytes = found.get()) {
                        zip.putNextEntry(new ZipEntry(reference.reference()));
                        bytes.transferTo(zip);
                        zip.closeEntry();
                    }
                }
            }
        }
    }

    /** Much may wait to be deflated, so that it is not known how far it has come. */
    private static final class Deflating extends ZipOutputStream {
        Deflating(OutputStream bytes) {
            super(bytes);
        }

        void writeWhatWaits() throws IOException {
            int length;
            do {
                length = def.deflate(buf, 0, buf.length, Deflater.SYNC_FLUSH);
                out.write(buf, 0, length);
            } while (length == buf.length);
        }
    }

    /** The manifest ends before the zip does. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream bytes) {
            super(bytes);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
