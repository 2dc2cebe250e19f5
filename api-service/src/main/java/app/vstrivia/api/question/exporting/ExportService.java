package app.vstrivia.api.question.exporting;

import app.vstrivia.api.media.MediaContents;
import app.vstrivia.api.platform.bulkhead.Seats;
import app.vstrivia.api.question.bank.BankService;
import app.vstrivia.api.question.bank.StoredQuestion;
import app.vstrivia.api.question.format.QuestionWriter;
import app.vstrivia.api.question.format.Unfit;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Exports questions. All methods block. */
@ApplicationScoped
public class ExportService {
    private static final int AT_ONCE = 500;
    private static final int FILES_AT_ONCE = 4;
    private static final int MOST_FINDINGS = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final BankService bank;
    private final MediaContents contents;
    private final Seats seats = new Seats(FILES_AT_ONCE);

    ExportService(BankService bank, MediaContents contents) {
        this.bank = bank;
        this.contents = contents;
    }

    /**
     * Writes a file; the caller opens it, which is how it is deleted.
     *
     * @throws app.vstrivia.api.platform.bulkhead.AllTaken if {@value #FILES_AT_ONCE} are being written already
     */
    public ExportedFile export(ExportRequest request) throws IOException {
        Path path = Files.createTempFile("export", "." + request.format().extension());
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(path))) {
            return new ExportedFile(path, write(request, bytes));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** What an export would hold. */
    public ExportReport report(ExportRequest request) throws IOException {
        return write(request, OutputStream.nullOutputStream());
    }

    private ExportReport write(ExportRequest request, OutputStream bytes) throws IOException {
        int written = 0;
        int leftOut = 0;
        List<LeftOut> findings = new ArrayList<>();
        Seats.Seat seat = seats.take();
        ZippedMedia media = new ZippedMedia(contents);
        boolean zipped = request.format().carriesMedia();
        try (seat;
                QuestionWriter writer = request.format().open(bytes, media)) {
            List<StoredQuestion> page = read(request, null);
            while (!page.isEmpty()) {
                for (StoredQuestion stored : page) {
                    try {
                        writer.write(zipped ? media.zipped(stored.question()) : stored.question(), stored.status());
                        written++;
                    } catch (Unfit e) {
                        leftOut++;
                        if (findings.size() < MOST_FINDINGS) {
                            findings.add(new LeftOut(
                                    stored.id(), e.note().code(), e.note().reason()));
                        }
                    }
                }
                page = page.size() < AT_ONCE
                        ? List.of()
                        : read(request, page.get(page.size() - 1).id());
            }
        }
        return new ExportReport(request.format(), written, leftOut, findings);
    }

    private List<StoredQuestion> read(ExportRequest request, UUID after) {
        return bank.read(request.filter(), after, AT_ONCE).await().atMost(PATIENCE);
    }
}
