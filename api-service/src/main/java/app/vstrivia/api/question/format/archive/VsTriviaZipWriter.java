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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes our own zip: the manifest first, as a stream, then the files that it refers to. */
public final class VsTriviaZipWriter implements QuestionWriter {
    private final ZipOutputStream zip;
    private final VsTriviaWriter manifest;
    private final MediaFiles files;
    private final Map<String, MediaRef> media = new LinkedHashMap<>();

    public VsTriviaZipWriter(OutputStream bytes, MediaFiles files) throws IOException {
        this.files = files;
        zip = new ZipOutputStream(bytes);
        zip.putNextEntry(new ZipEntry(VsTriviaZipReader.MANIFEST));
        manifest = new VsTriviaWriter(new Unclosed(zip));
    }

    @Override
    public void write(NewQuestion question) throws Unfit, IOException {
        write(question, null);
    }

    @Override
    public void write(NewQuestion question, QuestionStatus status) throws Unfit, IOException {
        MediaRef reference = question.media();
        if (reference != null && reference.isInZip() && !media.containsKey(reference.reference())) {
            try (InputStream bytes = files.open(reference).orElse(null)) {
                if (bytes == null) {
                    throw new Unfit("media-missing", "its picture or video is not there any more");
                }
            }
            if (media.size() == Archive.MOST_FILES - 1) {
                throw Unsaid.full("a zip has " + media.size() + " pictures and videos at most");
            }
            media.put(reference.reference(), reference);
        }
        manifest.writeWithMedia(question, status);
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
