package app.vstrivia.api.question.importing;

import app.vstrivia.api.platform.bulkhead.Seats;
import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.format.Defaults;
import app.vstrivia.api.question.format.QuestionFile;
import app.vstrivia.api.question.format.QuestionFormat;
import app.vstrivia.api.question.format.QuestionReader;
import app.vstrivia.api.question.format.UnreadableFile;
import app.vstrivia.model.id.PlayerId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Objects;

/** Imports files of questions. */
@ApplicationScoped
public class ImportService {
    /** Each remembers what was in its file. */
    private static final int AT_ONCE = 4;

    /** Beside them, who fetch pictures from the web: each may wait for a minute. */
    private static final int FETCHING_AT_ONCE = 2;

    private final ImportStore store;
    private final CategoryStore categories;
    private final MediaIntake media;
    private final Seats seats = new Seats(AT_ONCE);
    private final Seats ofFetching = new Seats(FETCHING_AT_ONCE);

    ImportService(ImportStore store, CategoryStore categories, MediaIntake media) {
        this.store = store;
        this.categories = categories;
        this.media = media;
    }

    /** The same for nobody who could have pictures and videos. */
    public FileImport open(ImportRequest request, QuestionFile file) throws IOException {
        return open(request, null, file);
    }

    /**
     * Opens {@code file} and looks whether it can be imported. Blocks.
     *
     * @param owner who gets the pictures and videos that are in the file; null for nobody
     * @throws app.vstrivia.api.question.format.UnknownFormat if the format is not known
     * @throws UnreadableFile if the file is something else, or breaks off
     * @throws app.vstrivia.api.platform.bulkhead.AllTaken if {@value #AT_ONCE} are open already
     */
    public FileImport open(ImportRequest request, PlayerId owner, QuestionFile file) throws IOException {
        ImportSeat seat = new ImportSeat(seats.take(), ofFetching);
        try {
            return open(request, owner, file, seat);
        } catch (IOException | RuntimeException e) {
            seat.close();
            throw e;
        }
    }

    /** The same for who has other seats, and gives them back without this. */
    public FileImport openUnseated(ImportRequest request, PlayerId owner, QuestionFile file) throws IOException {
        return open(request, owner, file, ImportSeat.elsewhere());
    }

    private FileImport open(ImportRequest request, PlayerId owner, QuestionFile file, ImportSeat seat)
            throws IOException {
        String name = Objects.requireNonNullElse(request.name(), "");
        String language = Objects.requireNonNullElse(request.language(), "en");
        Defaults defaults = new Defaults(
                category(request.category(), name), language, origin(request.source()), origin(request.licence()));
        boolean detect = request.format() == null || request.format().equals("auto");
        QuestionFormat format = detect ? QuestionFormat.detect(file) : QuestionFormat.of(request.format());
        QuestionReader reader = format.open(file, defaults);
        FileMedia itsMedia = new FileMedia(request, owner, reader, media, seat);
        return new FileImport(request, format, reader, itsMedia, new FileCategories(categories), store, seat);
    }

    /**
     * The format of {@code file}, found out if it has to be. Throws what {@link #openUnseated} throws, if the file cannot be
     * imported; it needs no seat, as it is soon over. Blocks.
     */
    public QuestionFormat check(ImportRequest request, QuestionFile file) throws IOException {
        try (FileImport opened = openUnseated(request, null, file)) {
            return opened.format();
        }
    }

    private static String origin(String asked) {
        String text = asked == null || asked.isBlank() ? null : asked.strip();
        if (text != null && (text.length() > 100 || text.chars().anyMatch(Character::isISOControl))) {
            throw new UnreadableFile(1, "Source and licence have up to 100 characters, on one line.");
        }
        return text;
    }

    /** The category asked for, or the one that the file is named after. */
    private static CategoryTag category(String asked, String fileName) {
        if (asked != null && !asked.isBlank()) {
            try {
                return CategoryTag.named(asked.strip());
            } catch (IllegalArgumentException e) {
                throw new UnreadableFile(1, "Bad category: " + e.getMessage() + ".");
            }
        }
        String base = fileName.replaceFirst("^.*[/\\\\]", "").replaceFirst("(?<=.)\\.[A-Za-z0-9]{1,5}$", "");
        try {
            return CategoryTag.named(base.strip());
        } catch (IllegalArgumentException e) {
            return CategoryTag.named("general");
        }
    }
}
