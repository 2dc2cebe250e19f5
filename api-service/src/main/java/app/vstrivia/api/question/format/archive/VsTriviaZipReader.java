package app.vstrivia.api.question.format.archive;

import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.format.Defaults;
import app.vstrivia.api.question.format.Note;
import app.vstrivia.api.question.format.ParsedItem;
import app.vstrivia.api.question.format.QuestionFile;
import app.vstrivia.api.question.format.QuestionReader;
import app.vstrivia.api.question.format.UnreadableFile;
import app.vstrivia.api.question.format.VsTriviaReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads our own zip: {@code manifest.json} is our own JSON, and {@code media/} holds what it refers to. */
public final class VsTriviaZipReader implements QuestionReader {
    static final String MANIFEST = "manifest.json";

    private final Archive archive;
    private final VsTriviaReader manifest;

    private VsTriviaZipReader(Archive archive, VsTriviaReader manifest) {
        this.archive = archive;
        this.manifest = manifest;
    }

    public static VsTriviaZipReader open(QuestionFile file, Defaults defaults) throws IOException {
        Archive archive = Archive.open(file);
        try {
            if (!archive.has(MANIFEST)) {
                throw new UnreadableFile(1, "The zip lacks " + MANIFEST + ".");
            }
            return new VsTriviaZipReader(archive, VsTriviaReader.open(() -> archive.open(MANIFEST), defaults));
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    @Override
    public ParsedItem next() throws IOException {
        ParsedItem item = manifest.next();
        if (item instanceof ParsedItem.Fit fit && isMissing(fit.question().media())) {
            Note note = new Note("media-missing", "its picture or video is not in the zip");
            return new ParsedItem.Refused(fit.line(), note, fit.question().text());
        }
        return item;
    }

    @Override
    public Optional<InputStream> open(MediaRef media) throws IOException {
        return media.isInZip() && archive.has(media.reference())
                ? Optional.of(archive.open(media.reference()))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        try (archive) {
            manifest.close();
        }
    }

    private boolean isMissing(MediaRef media) {
        return media != null && media.isInZip() && !archive.has(media.reference());
    }
}
