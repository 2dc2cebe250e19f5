package app.vstrivia.api.question.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.question.importing.FileImport;
import app.vstrivia.api.question.importing.ImportRequest;
import app.vstrivia.api.question.importing.ImportService;
import app.vstrivia.api.question.importing.SampleFiles;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.RowsRead;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads questions reads their categories, and no others. */
@ApiTest
class BankCostTest {
    private static final String LANGUAGE = "lx";

    @Inject
    ImportService imports;

    @Inject
    BankStore bank;

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    @BeforeEach
    void fillTheBank() throws IOException {
        ImportRequest request = new ImportRequest("csv", null, "any", LANGUAGE);
        String text = "type,question,a,b,correct,category\nsingle,Where?,x,y,1,Far/Farther/Farthest\n";
        try (FileImport file = imports.open(request, SampleFiles.file(text))) {
            file.run(progress -> {});
        }
        execute("INSERT INTO category (slug, name) VALUES "
                + IntStream.range(0, 1_500)
                        .mapToObj(i -> "('other-" + i + "', 'Other')")
                        .collect(Collectors.joining(",")));
    }

    @AfterEach
    void takeOutTheOthers() {
        execute("DELETE FROM category WHERE slug LIKE 'other-%'");
    }

    @Test
    void aQuestionIsReadWithTheCategoriesThatItBelongsToAlone() {
        UUID id = find("far").get(0).id();

        long read = transactions
                .run(transaction -> RowsRead.by(transaction, () -> bank.find(transaction, id)))
                .await()
                .indefinitely();

        assertTrue(read < 50, () -> read + " rows are read for one question");
        assertEquals(
                List.of("Far", "Farther", "Farthest"),
                bank.find(id).await().indefinitely().question().category().path());
    }

    @Test
    void aCategoryThatThereIsNotHasNoQuestions() {
        assertEquals(1, find("far.farther").size());
        assertEquals(List.of(), find("fart"));
        assertEquals(List.of(), find("other-1"));
    }

    private List<StoredQuestion> find(String category) {
        return bank.find(new BankFilter(null, category, LANGUAGE), null, 10)
                .await()
                .indefinitely();
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }
}
