package app.vstrivia.api.question.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.question.QuestionKind;
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
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@ApiTest
class BankTest {
    private static final String ALL_KINDS = """
            type,question,a,b,correct,value,category,tags,time
            single,One?,x,y,1,,Wide
            boolean,True?,,,true,,Wide/Narrow
            numeric,How many?,,,,5,Wide
            ordering,Sort!,x,y,,,Wide
            text,Who?,Ann,,,,Wide
            poll,And you?,x,y,,,Wide/Narrow,"one, two",30
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
    void matchesDrawOnlyWhatTheyCanPlay() throws IOException {
        imported("sa", ALL_KINDS, QuestionStatus.APPROVED);

        assertEquals(Set.of("One?", "True?"), drawn("sa", 2));
        assertEquals(6, found("sa", null).size());
        assertDense("sa", 2);
        assertThrows(NotEnoughQuestions.class, () -> drawn("sa", 3));
    }

    @Test
    void allThatAQuestionHasIsKept() throws IOException {
        imported("sb", ALL_KINDS, QuestionStatus.APPROVED);

        assertEquals(
                Set.of(QuestionKind.values()).size() - 1,
                found("sb", null).stream()
                        .map(stored -> stored.question().kind())
                        .collect(Collectors.toSet())
                        .size());
        StoredQuestion poll = found("sb", null).get(5);
        assertEquals(List.of("Wide", "Narrow"), poll.question().category().path());
        assertEquals(List.of("one", "two"), poll.question().tags());
        assertEquals(30, poll.question().timeLimit());
        assertEquals(poll, bank.find(poll.id()).await().indefinitely());
    }

    @Test
    void aWiderCategoryMeansTheNarrowerOnesToo() throws IOException {
        imported("sc", ALL_KINDS, QuestionStatus.APPROVED);

        assertEquals(
                2,
                bank.read(new BankFilter(null, "wide.narrow", "sc"), null, 100)
                        .await()
                        .indefinitely()
                        .size());
        assertEquals(
                6,
                bank.read(new BankFilter(null, "wide", "sc"), null, 100)
                        .await()
                        .indefinitely()
                        .size());
        Recipe recipe = new Recipe(List.of("wide"), null, 2, "sc");
        assertEquals(2, draw(recipe).size());
    }

    @Test
    void aCategoryIsWhereItsPathSaysWhateverElseHasItsName() throws IOException {
        imported("si", "question,a,b,correct,category\nDeep?,x,y,1,A/B/C/D\n", QuestionStatus.APPROVED);
        imported("si", "question,a,b,correct,category\nOther?,x,y,1,D/E\n", QuestionStatus.APPROVED);

        assertEquals(
                List.of(List.of("A", "B", "C", "D"), List.of("D", "E")),
                found("si", null).stream()
                        .map(stored -> stored.question().category().path())
                        .toList());
        assertEquals(Set.of("Other?"), drawnOf("d", "si"));
        assertEquals(Set.of("Deep?"), drawnOf("a.b", "si"));
    }

    private Set<String> drawnOf(String category, String language) {
        Recipe recipe = new Recipe(List.of(category), null, 1, language);
        return draw(recipe).stream().map(LineupQuestion::text).collect(Collectors.toSet());
    }

    @Test
    void whatWaitsForReviewIsNotDrawnBeforeItIsApproved() throws IOException {
        imported("sd", ALL_KINDS, QuestionStatus.REVIEW);
        assertDense("sd", 0);

        for (StoredQuestion stored : found("sd", QuestionStatus.REVIEW)) {
            become(stored.id(), QuestionStatus.APPROVED);
        }

        assertEquals(Set.of("One?", "True?"), drawn("sd", 2));
        assertEquals(6, found("sd", QuestionStatus.APPROVED).size());
    }

    @Test
    void whatIsRetiredLeavesNoGap() throws IOException {
        imported("se", SampleFiles.text("retired", 0, 20), QuestionStatus.APPROVED);
        List<StoredQuestion> all = found("se", null);

        become(all.get(3).id(), QuestionStatus.RETIRED);
        become(all.get(19).id(), QuestionStatus.RETIRED);
        become(all.get(0).id(), QuestionStatus.RETIRED);

        assertDense("se", 17);
        assertEquals(17, drawn("se", 17).size());
        become(all.get(3).id(), QuestionStatus.RETIRED); // again
        become(all.get(3).id(), QuestionStatus.REVIEW);
        become(all.get(3).id(), QuestionStatus.APPROVED);
        assertDense("se", 18);
    }

    @Test
    void aStatusCannotBeSkipped() throws IOException {
        imported("sf", SampleFiles.text("skipped", 0, 1), QuestionStatus.REVIEW);
        UUID id = found("sf", null).get(0).id();

        assertThrows(WrongStatus.class, () -> become(id, QuestionStatus.RETIRED));
        become(id, QuestionStatus.DRAFT);
        assertThrows(WrongStatus.class, () -> become(id, QuestionStatus.APPROVED));
        assertThrows(QuestionNotFound.class, () -> become(UUID.randomUUID(), QuestionStatus.DRAFT));
    }

    @Test
    void manyAtOnceLeaveNoGapEither() throws Exception {
        imported("sg", SampleFiles.text("many", 0, 60), QuestionStatus.APPROVED);
        List<StoredQuestion> all = found("sg", null);
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (StoredQuestion stored : all.subList(0, 40)) {
                work.add(() -> {
                    become(stored.id(), QuestionStatus.RETIRED);
                    if (new Random().nextBoolean()) {
                        become(stored.id(), QuestionStatus.REVIEW);
                        become(stored.id(), QuestionStatus.APPROVED);
                        become(stored.id(), QuestionStatus.RETIRED);
                    }
                    return null;
                });
            }
            work.add(() -> {
                imported("sg", SampleFiles.text("many", 60, 100), QuestionStatus.APPROVED);
                return null;
            });
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertDense("sg", 60);
    }

    @Test
    void theVersionBeforeMayStillAddQuestions() throws IOException {
        imported("sh", SampleFiles.text("before", 0, 1), QuestionStatus.APPROVED);
        UUID id = UuidV7.next();
        pool.preparedQuery(
                        "INSERT INTO question (id, type, text, choices, explanation, bucket_id, ordinal, draw_slot, source,"
                                + " licence, fingerprint, version, created_at) SELECT ?, 'single', 'Old?',"
                                + " '[{\"text\":\"a\",\"correct\":true},{\"text\":\"b\",\"correct\":false}]', NULL, bucket_id,"
                                + " 1, draw_slot + 1, 's', 'l', ?, 1, NOW(6) FROM question WHERE id = ?")
                .execute(Values.of(
                        id,
                        Buffer.buffer(new byte[32]),
                        found("sh", null).get(0).id()))
                .await()
                .indefinitely();
        pool.preparedQuery("UPDATE question_bucket SET size = 2 WHERE language = 'sh'")
                .execute()
                .await()
                .indefinitely();

        assertEquals(2, drawn("sh", 2).size());
        assertEquals(
                QuestionStatus.APPROVED, bank.find(id).await().indefinitely().status());
        become(id, QuestionStatus.RETIRED);
        assertDense("sh", 1);
    }

    private void imported(String language, String text, QuestionStatus status) throws IOException {
        ImportRequest request = new ImportRequest("auto", null, "general", language, null, null, status, false);
        try (FileImport file = imports.open(request, SampleFiles.file(text))) {
            file.run(progress -> {});
        }
    }

    private List<StoredQuestion> found(String language, QuestionStatus status) {
        return bank.read(new BankFilter(status, null, language), null, 100)
                .await()
                .indefinitely();
    }

    private void become(UUID id, QuestionStatus status) {
        bank.become(id, status, Actor.START, question -> true).await().indefinitely();
    }

    private List<LineupQuestion> draw(Recipe recipe) {
        return transactions
                .run(transaction -> lineups.draw(transaction, recipe, Audience.anybody()))
                .await()
                .indefinitely();
    }

    private Set<String> drawn(String language, int count) {
        return draw(new Recipe(null, null, count, language)).stream()
                .map(LineupQuestion::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is drawn has the ordinals 0 to size − 1 of its bucket, and nothing else has one. */
    private void assertDense(String language, int drawn) {
        var rows = pool.preparedQuery("SELECT b.size, COUNT(q.ordinal), COALESCE(MAX(q.ordinal) + 1, 0),"
                        + " COUNT(DISTINCT CASE WHEN q.type IN ('single', 'multiple', 'boolean') THEN q.draw_slot END)"
                        + " FROM question_bucket b JOIN question q ON q.bucket_id = b.id"
                        + " WHERE b.language = ? GROUP BY b.id, b.size")
                .execute(Tuple.of(language))
                .await()
                .indefinitely();
        int sum = 0;
        for (var row : rows) {
            int size = row.getInteger(0);
            assertTrue(
                    size == row.getInteger(1) && size == row.getInteger(2) && size == row.getInteger(3),
                    row.toString());
            sum += size;
        }
        assertEquals(drawn, sum);
    }
}
