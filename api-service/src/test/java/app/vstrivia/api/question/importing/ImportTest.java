package app.vstrivia.api.question.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.question.format.QuestionFile;
import app.vstrivia.api.question.format.QuestionFiles;
import app.vstrivia.api.question.format.UnreadableFile;
import app.vstrivia.api.question.importing.Finding.Outcome;
import app.vstrivia.api.support.ApiTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

@ApiTest
class ImportTest {
    private static final Logger LOG = Logger.getLogger(ImportTest.class);

    @Inject
    ImportService imports;

    @Inject
    StarterPack starterPack;

    @Inject
    Pool pool;

    @Test
    void importingAFileTwiceAddsNothing() throws IOException {
        String text = SampleFiles.text("twice", 0, 1200);

        ImportReport first = imported("ia", text, new ArrayList<>());
        ImportReport second = imported("ia", text, new ArrayList<>());

        assertEquals(List.of(1200, 1200, 0), List.of(first.read(), first.added(), first.duplicates()));
        assertEquals(List.of(1200, 0, 1200), List.of(second.read(), second.added(), second.duplicates()));
        assertEquals(1200, second.findings().size());
        assertDense("ia", 1200);
    }

    @Test
    void progressIsToldAtLeastOnceInAThousandQuestions() throws IOException {
        List<ImportProgress> told = new ArrayList<>();

        imported("ib", SampleFiles.text("progress", 0, 2100), told);

        assertEquals(
                List.of(500, 1000, 1500, 2000),
                told.stream().map(ImportProgress::read).toList());
        assertEquals(2000, told.get(3).added());
    }

    @Test
    void theReportNamesWhatWasRefusedRepairedOrThereBefore() throws IOException {
        String text = "#Q One?\n^ a\nA a\nB b\nC b\n\n#Q Two?\n^ c\nA a\nB b\n\n#Q One?\n^ a\nA a\nB b\n";

        ImportReport report = imported("ic", text, new ArrayList<>());

        assertEquals(
                List.of(
                        new Finding(
                                1,
                                Outcome.REPAIRED,
                                "duplicate-choice",
                                "a choice that was there twice was dropped",
                                "One?",
                                null),
                        new Finding(
                                7,
                                Outcome.REFUSED,
                                "answer-not-among-choices",
                                "the answer is not one of the choices",
                                "Two?",
                                null),
                        new Finding(
                                12, Outcome.DUPLICATE, "duplicate", "repeats the question of line 1", "One?", null)),
                report.findings());
        assertEquals(
                List.of(3, 1, 1, 1, 1),
                List.of(report.read(), report.added(), report.duplicates(), report.repaired(), report.refused()));
        assertDense("ic", 1);
    }

    @Test
    void concurrentImportsOfTheSameQuestionsAddEachOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<ImportReport>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                // Two of them put the same questions under another category: the buckets' locks do not order those.
                String category = i % 2 == 0 ? "even" : "odd";
                running.add(threads.submit(() -> imported("id", category, SampleFiles.text("concurrent", 0, 2000))));
            }
            int added = 0;
            for (Future<ImportReport> report : running) {
                assertEquals(2000, report.get().read());
                added += report.get().added();
            }

            assertEquals(2000, added);
            assertDense("id", 2000);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aFileThatBreaksOffAddsNothing() {
        String text =
                "{\"format\":\"vstrivia-questions\",\"source\":\"s\",\"licence\":\"l\",\"language\":\"ie\",\"questions\":["
                        + "{\"type\":\"single\",\"text\":\"Cut?\",\"correct\":[\"a\"],\"incorrect\":[\"b\"]},";

        assertThrows(UnreadableFile.class, () -> imported("ie", text, new ArrayList<>()));
        assertDense("ie", 0);
    }

    @Test
    void theStarterPackIsInTheBankFromTheStartAndEntersOnce() throws IOException {
        ImportReport again = starterPack.importNow();

        assertTrue(again.read() >= 150);
        assertEquals(again.read(), again.duplicates());
    }

    @Test
    void theWholeCollectionEntersOnce() throws IOException {
        var folder = QuestionFiles.find("opentriviaqa");
        Assumptions.assumeTrue(folder.isPresent(), QuestionFiles.missing("opentriviaqa"));
        List<Path> files;
        try (var found = Files.list(folder.get())) {
            files = found.filter(file -> !file.endsWith("LICENSE")).sorted().toList();
        }

        ImportReport first = total(files);
        ImportReport second = total(files);

        LOG.infof(
                "imported perSecond=%.0f againPerSecond=%.0f",
                first.read() / first.seconds(), second.read() / second.seconds());
        assertEquals(
                List.of(34_033, 33_869, 162, 29, 2),
                List.of(first.read(), first.added(), first.duplicates(), first.repaired(), first.refused()));
        assertEquals(
                List.of(34_033, 0, 34_031, 0, 2),
                List.of(second.read(), second.added(), second.duplicates(), second.repaired(), second.refused()));
        assertDense("if", 33_869);
    }

    private ImportReport total(List<Path> files) throws IOException {
        int[] sums = new int[6];
        double seconds = 0;
        for (Path path : files) {
            ImportRequest request = new ImportRequest("auto", path.getFileName().toString(), null, "if");
            try (FileImport file = imports.open(request, () -> Files.newInputStream(path))) {
                ImportReport report = file.run(progress -> {});
                sums[0] += report.read();
                sums[1] += report.added();
                sums[2] += report.duplicates();
                sums[3] += report.repaired();
                sums[4] += report.refused();
                sums[5] += report.lookAlikes();
                seconds += report.seconds();
            }
        }
        return new ImportReport(
                "all",
                null,
                false,
                sums[0],
                sums[1],
                sums[2],
                sums[3],
                sums[5],
                sums[4],
                seconds,
                new TreeSet<>(),
                0,
                List.of());
    }

    private ImportReport imported(String language, String text, List<ImportProgress> told) throws IOException {
        QuestionFile file = SampleFiles.file(text);
        try (FileImport opened = imports.open(new ImportRequest(null, "sample.txt", null, language), file)) {
            return opened.run(told::add);
        }
    }

    private ImportReport imported(String language, String category, String text) throws IOException {
        QuestionFile file = SampleFiles.file(text);
        try (FileImport opened = imports.open(new ImportRequest(null, null, category, language), file)) {
            return opened.run(progress -> {});
        }
    }

    /** The language's buckets say their true sizes and their ordinals have no gap. */
    private void assertDense(String language, int questions) {
        var rows = pool.preparedQuery(
                        "SELECT b.size, COUNT(q.id), COALESCE(MAX(q.ordinal) + 1, 0) FROM question_bucket b"
                                + " LEFT JOIN question q ON q.bucket_id = b.id WHERE b.language = ? GROUP BY b.id, b.size")
                .execute(Tuple.of(language))
                .await()
                .indefinitely();
        int sum = 0;
        for (var row : rows) {
            assertEquals(row.getInteger(0), row.getInteger(1));
            assertEquals(row.getInteger(0), row.getInteger(2));
            sum += row.getInteger(0);
        }
        assertEquals(questions, sum);
    }
}
