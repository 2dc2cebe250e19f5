package app.vstrivia.api.question.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.question.QuestionPool;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.importing.FileImport;
import app.vstrivia.api.question.importing.ImportRequest;
import app.vstrivia.api.question.importing.ImportService;
import app.vstrivia.api.question.importing.SampleFiles;
import app.vstrivia.api.question.lineup.Audience;
import app.vstrivia.api.question.lineup.LineupQuestion;
import app.vstrivia.api.question.lineup.LineupService;
import app.vstrivia.api.question.lineup.NotEnoughQuestions;
import app.vstrivia.api.question.lineup.Recipe;
import app.vstrivia.api.question.lineup.RecipePart;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.model.sql.Values;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Questions are found and drawn by their tags. */
@ApiTest
class TagTest {
    private static final String ANIMALS = """
            type,question,a,b,correct,value,category,difficulty,tags
            single,Mews?,x,y,1,,Pets,easy,"cats, pets"
            single,Barks?,x,y,1,,Pets,hard,"dogs, pets"
            boolean,Roars?,,,true,,Wild,hard,"cats"
            numeric,Lives?,,,,9,Wild,easy,"Cats"
            single,Hisses?,x,y,1,,Wild,easy,
            """;

    @Inject
    ImportService imports;

    @Inject
    BankService bank;

    @Inject
    LineupService lineups;

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    @Test
    void theListIsOfOneTag() throws IOException {
        imported("ta", ANIMALS);

        assertEquals(Set.of("Mews?", "Roars?", "Lives?"), found("ta", " CATS"));
        assertEquals(Set.of("Barks?"), found("ta", "dogs"));
        assertEquals(Set.of(), found("ta", "cat"));
        assertThrows(InvalidFilter.class, () -> BankFilter.of(null, null, null, "x".repeat(51)));
    }

    @Test
    void aLineupHasOnlyWhatHasOneOfTheTags() throws IOException {
        imported("tb", ANIMALS);

        assertEquals(Set.of("Mews?", "Roars?"), drawn("tb", 2, null, "cats"));
        assertEquals(Set.of("Mews?", "Barks?", "Roars?"), drawn("tb", 3, null, "dogs", "cats", "pets"));
        assertEquals(Set.of("Roars?"), drawn("tb", 1, List.of("wild"), "cats", "dogs"));
        NotEnoughQuestions refusal = assertThrows(NotEnoughQuestions.class, () -> drawn("tb", 4, null, "cats", "pets"));
        assertEquals("The recipe asks for 4 questions tagged cats or pets, and the bank has 3.", refusal.getDetail());
        assertEquals(3L, refusal.getParameters().get("available"));
    }

    @Test
    void whatIsPromisedBeforeAMatchIsThereAtItsStart() throws IOException {
        imported("tc", ANIMALS);

        check(recipe("tc", 3, null, "cats", "pets"));
        assertThrows(NotEnoughQuestions.class, () -> check(recipe("tc", 4, null, "cats", "pets")));
        assertThrows(NotEnoughQuestions.class, () -> check(recipe("tc", 1, null, "birds")));
    }

    @Test
    void otherTypesHaveTagsToo() throws IOException {
        imported("td", ANIMALS);

        Recipe numbers = recipe("td", 1, null, "cats").of(List.of(QuestionPool.NUMERIC));

        assertEquals(
                List.of("Lives?"),
                draw(numbers).stream().map(LineupQuestion::text).toList());
    }

    @Test
    void partsWithAndWithoutTagsDoNotTakeTheSameQuestion() throws IOException {
        imported("te", ANIMALS);
        Recipe recipe = new Recipe(
                List.of(new RecipePart(null, null, 2), new RecipePart(null, null, 2, List.of("cats"))), "te");

        for (int i = 0; i < 20; i++) {
            assertEquals(
                    Set.of("Mews?", "Barks?", "Roars?", "Hisses?"),
                    draw(recipe).stream().map(LineupQuestion::text).collect(Collectors.toSet()));
        }
    }

    @Test
    void whatIsRetiredLeavesItsTagsWithoutAGapAndComesBack() throws IOException {
        imported("tf", tagged(0, 10));
        imported("tf", tagged(10, 12));
        assertDense("tf", 12, 6);
        StoredQuestion first = read("tf", "all").get(0);

        become(first, QuestionStatus.RETIRED);
        assertDense("tf", 11, 5);
        assertTrue(drawn("tf", 11, null, "all", "even").stream()
                .noneMatch(text -> text.equals(first.question().text())));
        become(first, QuestionStatus.REVIEW);
        become(first, QuestionStatus.APPROVED);

        assertDense("tf", 12, 6);
        assertEquals(12, drawn("tf", 12, null, "all", "even").size());
    }

    @Test
    void whatTheVersionBeforeHasRetiredAndApprovedIsThereOnce() throws IOException {
        imported("tg", tagged(0, 4));
        StoredQuestion first = read("tg", "even").get(0);
        // It knows nothing of tags.
        execute("UPDATE question SET status = 'retired' WHERE id = ?", first.id());
        assertEquals(Set.of("Number 2?"), drawn("tg", 1, null, "even"));
        execute("UPDATE question SET status = 'review', ordinal = NULL, draw_slot = NULL WHERE id = ?", first.id());

        become(first, QuestionStatus.APPROVED);

        assertEquals(Set.of("Number 0?", "Number 2?"), drawn("tg", 2, null, "even"));
        assertDense("tg", 4, 2);
    }

    private static String tagged(int from, int to) {
        StringBuilder text = new StringBuilder("question,a,b,correct,category,tags\n");
        for (int i = from; i < to; i++) {
            text.append("Number ")
                    .append(i)
                    .append("?,x,y,1,Wide,\"all, ")
                    .append(i % 2 == 0 ? "even" : "odd")
                    .append("\"\n");
        }
        return text.toString();
    }

    /** The places of the tags {@code all} and {@code even} are 0 to their sizes − 1. */
    private void assertDense(String language, int all, int even) {
        assertEquals(
                List.of("all " + all + " " + all + " 0 " + (all - 1), "even " + even + " " + even + " 0 " + (even - 1)),
                pool
                        .preparedQuery("SELECT p.tag, p.size, COUNT(*), MIN(s.slot - (p.id << 32)) - 4026531840,"
                                + " MAX(s.slot - (p.id << 32)) - 4026531840 FROM question_tag_pool p"
                                + " JOIN question_bucket b ON b.id = p.bucket_id JOIN question_tag_slot s"
                                + " ON s.slot >> 32 = p.id WHERE b.language = ? AND p.tag IN ('all', 'even')"
                                + " GROUP BY p.tag, p.size ORDER BY p.tag")
                        .execute(Tuple.of(language))
                        .await()
                        .indefinitely()
                        .stream()
                        .map(row -> row.getString(0) + " " + row.getInteger(1) + " " + row.getLong(2) + " "
                                + row.getLong(3) + " " + row.getLong(4))
                        .toList());
    }

    private void execute(String sql, UUID question) {
        pool.preparedQuery(sql).execute(Values.of(question)).await().indefinitely();
    }

    private List<StoredQuestion> read(String language, String tag) {
        return bank.read(BankFilter.of(null, null, language, tag), null, 100)
                .await()
                .indefinitely();
    }

    private Set<String> found(String language, String tag) {
        return read(language, tag).stream()
                .map(stored -> stored.question().text())
                .collect(Collectors.toSet());
    }

    private void become(StoredQuestion question, QuestionStatus status) {
        bank.become(question.id(), status, Actor.START, seen -> true).await().indefinitely();
    }

    private static Recipe recipe(String language, int count, List<String> categories, String... tags) {
        return new Recipe(List.of(new RecipePart(categories, null, count, List.of(tags))), language);
    }

    private Set<String> drawn(String language, int count, List<String> categories, String... tags) {
        return draw(recipe(language, count, categories, tags)).stream()
                .map(LineupQuestion::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<LineupQuestion> draw(Recipe recipe) {
        return transactions
                .run(transaction -> lineups.draw(transaction, recipe, Audience.anybody()))
                .await()
                .indefinitely();
    }

    private void check(Recipe recipe) {
        transactions
                .run(transaction -> lineups.check(transaction, recipe))
                .await()
                .indefinitely();
    }

    private void imported(String language, String text) throws IOException {
        ImportRequest request = new ImportRequest("auto", null, "general", language);
        try (FileImport file = imports.open(request, SampleFiles.file(text))) {
            file.run(progress -> {});
        }
    }
}
