package app.vstrivia.api.question.lineup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What authors bring and nobody approved costs no draw anything, however much it is. */
@ApiTest
class DrawCostTest {
    private static final String LANGUAGE = "lw";
    private static final int CATEGORIES = 1_500;

    @Inject
    ImportService imports;

    @Inject
    LineupStore store;

    @Inject
    LineupService lineups;

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    @BeforeEach
    void fillTheBank() throws IOException {
        ImportRequest request = new ImportRequest("auto", null, "played", LANGUAGE);
        try (FileImport file = imports.open(request, SampleFiles.file(SampleFiles.text("played", 0, 10)))) {
            file.run(progress -> {});
        }
        execute("INSERT INTO category (slug, name) VALUES "
                + IntStream.range(0, CATEGORIES)
                        .mapToObj(i -> "('waiting" + (i % 2 == 0 ? "-" : ".") + i + "', 'Waiting')")
                        .collect(Collectors.joining(",")));
        execute("INSERT INTO category (slug, name) VALUES ('waiting', 'Waiting')");
        execute("INSERT INTO question_bucket (language, category_id, difficulty, size)"
                + " SELECT '" + LANGUAGE + "', id, 'easy', 0 FROM category WHERE slug LIKE 'waiting%' UNION ALL"
                + " SELECT '" + LANGUAGE + "', id, 'hard', 0 FROM category WHERE slug LIKE 'waiting%'");
    }

    @AfterEach
    void takeOutWhatWaits() {
        execute("DELETE b FROM question_bucket b JOIN category c ON c.id = b.category_id WHERE c.slug LIKE 'waiting%'");
        execute("DELETE FROM category WHERE slug LIKE 'waiting%'");
    }

    @Test
    void aDrawOfAllCategoriesReadsThoseAloneThatHaveQuestions() {
        Recipe all = new Recipe(null, null, 10, LANGUAGE);

        long read = read(all);

        assertTrue(read < 100, () -> read + " rows are read, of 10 questions and " + CATEGORIES + " empty categories");
        assertEquals(10, draw(all).size());
    }

    @Test
    void aDrawOfOneCategoryReadsNothingOfTheEmptyOnesWithinIt() {
        long read = read(new Recipe(List.of("played", "waiting"), null, 10, LANGUAGE));

        assertTrue(read < 100, () -> read + " rows are read");
    }

    @Test
    void aCategoryWithoutQuestionsIsNoUnknownOne() {
        assertThrows(NotEnoughQuestions.class, () -> draw(new Recipe(List.of("waiting"), null, 1, LANGUAGE)));
        assertThrows(UnknownCategory.class, () -> draw(new Recipe(List.of("nowhere"), null, 1, LANGUAGE)));
    }

    private long read(Recipe recipe) {
        return transactions
                .run(transaction -> RowsRead.by(transaction, () -> store.look(transaction, recipe, Audience.anybody())))
                .await()
                .indefinitely();
    }

    private List<LineupQuestion> draw(Recipe recipe) {
        return transactions
                .run(transaction -> lineups.draw(transaction, recipe, Audience.anybody()))
                .await()
                .indefinitely();
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }
}
