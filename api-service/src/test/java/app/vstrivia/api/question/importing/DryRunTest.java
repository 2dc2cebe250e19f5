package app.vstrivia.api.question.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.importing.Finding.Outcome;
import app.vstrivia.api.support.ApiTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

@ApiTest
class DryRunTest {
    private static final String FILE = """
            Which planet has the most moons?
            A) Saturn
            B) Mars
            ANSWER: A

            Which planet has most moons?
            A) Saturn
            B) Venus
            ANSWER: A

            Which planet has the most moons?
            A) Saturn
            B) Mars
            ANSWER: A

            What?
            A) nothing
            B) all
            """;

    @Inject
    ImportService imports;

    @Inject
    Pool pool;

    @Test
    void aDryRunTellsWhatAnImportWouldDoAndChangesNothing() throws IOException {
        List<Long> before = counts();

        ImportReport dry = imported("ja", true);

        assertEquals(before, counts());
        ImportReport wet = imported("ja", false);
        assertEquals(figures(wet), figures(dry));
        assertEquals(wet.findings(), dry.findings());
        assertEquals(List.of(4, 2, 1, 1, 1), figures(dry));
        assertEquals(
                List.of(Outcome.LOOK_ALIKE, Outcome.DUPLICATE, Outcome.REFUSED),
                dry.findings().stream().map(Finding::outcome).toList());
    }

    @Test
    void whatTheBankHasIsADuplicateInADryRunAsWell() throws IOException {
        imported("jb", false);

        ImportReport dry = imported("jb", true);

        assertEquals(List.of(4, 0, 3, 0, 1), figures(dry));
    }

    @Test
    void aLookAlikeInTheBankIsNamedByItsId() throws IOException {
        imported("jc", false);
        String text = "Which planet has the most moons of all?\nA) Saturn\nB) Mars\nANSWER: A\n";

        Finding finding = run("jc", text, false).findings().get(0);

        assertEquals(Outcome.LOOK_ALIKE, finding.outcome());
        assertNotNull(finding.similar());
    }

    private ImportReport imported(String language, boolean dryRun) throws IOException {
        return run(language, FILE, dryRun);
    }

    private ImportReport run(String language, String text, boolean dryRun) throws IOException {
        ImportRequest request = new ImportRequest(
                "auto", "dry.txt", "new in " + language, language, null, null, QuestionStatus.APPROVED, dryRun);
        try (FileImport file = imports.open(request, SampleFiles.file(text))) {
            return file.run(progress -> {});
        }
    }

    private static List<Integer> figures(ImportReport report) {
        return List.of(report.read(), report.added(), report.duplicates(), report.lookAlikes(), report.refused());
    }

    private List<Long> counts() {
        return List.of("question", "category", "question_bucket", "question_likeness", "question_tag").stream()
                .map(table -> pool.query("SELECT COUNT(*) FROM " + table)
                        .execute()
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getLong(0))
                .toList();
    }
}
