package app.vstrivia.api.question.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.importing.Finding.Outcome;
import app.vstrivia.api.support.ApiTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bank that has room for two more categories. */
@ApiTest
class CategoryLimitTest {
    private static final String FILE = """
            type,question,a,b,correct,category
            single,One?,x,y,1,Limit A
            single,Two?,x,y,1,Limit B/Inner
            single,Three?,x,y,1,Limit C
            single,Four?,x,y,1,Limit A
            single,Five?,x,y,1,Limit D
            """;

    @Inject
    ImportService imports;

    @Inject
    CategoryStore categories;

    @Inject
    Pool pool;

    @BeforeEach
    void fillTheBank() {
        int missing = FileCategories.MOST_OF_BANK - 2 - categories.count();
        pool.query("INSERT INTO category (slug, name) VALUES "
                        + IntStream.range(0, missing)
                                .mapToObj(i -> "('filler-" + i + "', 'Filler')")
                                .collect(Collectors.joining(",")))
                .execute()
                .await()
                .indefinitely();
    }

    @AfterEach
    void takeOutTheFillers() {
        pool.query("DELETE FROM category WHERE slug LIKE 'filler-%'")
                .execute()
                .await()
                .indefinitely();
    }

    @Test
    void aFullBankTakesQuestionsOfTheCategoriesThatItHasAlone() throws IOException {
        ImportReport dry = imported("lm", true);

        ImportReport report = imported("lm", false);

        assertEquals(List.of(5, 3, 2), List.of(report.read(), report.added(), report.refused()));
        assertEquals(
                List.of("3 bank-categories-full", "6 bank-categories-full"),
                report.findings().stream()
                        .filter(finding -> finding.outcome() == Outcome.REFUSED)
                        .map(finding -> finding.line() + " " + finding.code())
                        .toList());
        assertEquals(Set.of("limit-a", "limit-c"), report.categories());
        assertEquals(FileCategories.MOST_OF_BANK, categories.count());
        assertEquals(report.findings(), dry.findings());
        assertEquals(report.categories(), dry.categories());
    }

    private ImportReport imported(String language, boolean dryRun) throws IOException {
        ImportRequest request =
                new ImportRequest("csv", "limit.csv", null, language, null, null, QuestionStatus.REVIEW, dryRun);
        try (FileImport file = imports.open(request, SampleFiles.file(FILE))) {
            return file.run(progress -> {});
        }
    }
}
