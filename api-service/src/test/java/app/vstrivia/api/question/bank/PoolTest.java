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
import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.Solution;
import app.vstrivia.model.protocol.NumberScale;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Questions that are not of choices are drawn by those who ask for them. */
@ApiTest
class PoolTest {
    private static final List<QuestionPool> ALL = List.of(QuestionPool.values());
    private static final String EACH = """
            type,question,a,b,c,correct,value,tolerance,min,max,step,category
            single,One?,x,y,,1,,,,,,Wide
            multiple,Which?,x,y,,1,,,,,,Wide
            boolean,True?,,,,true,,,,,,Wide
            numeric,How many?,,,,,5,0.5,0,10,1,Wide
            ordering,Sort!,x,y,z,,,,,,,Wide
            text,Who?,Ann,Anna,,,,,,,,Wide
            poll,And you?,yes,maybe,no,,,,,,,Wide
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
    void whoAsksForAllTypesGetsEach() throws IOException {
        imported("pa", EACH);

        List<LineupQuestion> lineup = draw("pa", 7, ALL);

        assertEquals(
                Set.of(QuestionType.values()),
                lineup.stream().map(LineupQuestion::type).collect(Collectors.toSet()));
    }

    @Test
    void whoSaysNothingGetsChoicesAlone() throws IOException {
        imported("pb", EACH);

        assertEquals(3, draw("pb", 3, null).size());
        assertThrows(NotEnoughQuestions.class, () -> draw("pb", 4, null));
        assertThrows(NotEnoughQuestions.class, () -> draw("pb", 2, List.of(QuestionPool.NUMERIC)));
        assertThrows(NotEnoughQuestions.class, () -> draw("pb", 3, List.of(QuestionPool.TEXT, QuestionPool.POLL)));
    }

    @Test
    void aLineupHasWhatIsShownAndWhatIsRight() throws IOException {
        imported("pc", EACH);

        LineupQuestion number = draw("pc", 1, List.of(QuestionPool.NUMERIC)).get(0);
        LineupQuestion text = draw("pc", 1, List.of(QuestionPool.TEXT)).get(0);
        LineupQuestion poll = draw("pc", 1, List.of(QuestionPool.POLL)).get(0);

        assertEquals(new NumberScale("0", "10", "1"), number.slider());
        assertEquals(new Solution.Near(new BigDecimal("5"), new BigDecimal("0.5")), number.solution());
        assertEquals(List.of(), number.choices());
        assertEquals(Solution.Spelled.of(List.of("Ann", "Anna")), text.solution());
        assertEquals(List.of(), text.choices());
        assertEquals(List.of("yes", "maybe", "no"), poll.choices());
        assertEquals(new Solution.None(), poll.solution());
    }

    @Test
    void anOrderIsShownInAnyOrder() throws IOException {
        imported("pd", EACH);
        Set<List<String>> shown = new HashSet<>();

        for (int i = 0; i < 100; i++) {
            LineupQuestion question =
                    draw("pd", 1, List.of(QuestionPool.ORDERING)).get(0);
            shown.add(question.choices());
            assertEquals(
                    List.of("x", "y", "z"),
                    ((Solution.Sequence) question.solution())
                            .order().stream().map(question.choices()::get).toList());
        }

        assertEquals(6, shown.size(), shown::toString);
    }

    @Test
    void poolsHaveNoGaps() throws IOException {
        imported("pe", numbers(4));
        UUID first = bank.read(new BankFilter(null, null, "pe"), null, 1)
                .await()
                .indefinitely()
                .get(0)
                .id();

        become(first, QuestionStatus.RETIRED);
        assertPool("pe", 3);
        assertTrue(draw("pe", 3, List.of(QuestionPool.NUMERIC)).stream()
                .noneMatch(question -> question.questionId().equals(first)));
        become(first, QuestionStatus.REVIEW);
        become(first, QuestionStatus.APPROVED);

        assertPool("pe", 4);
        assertEquals(4, draw("pe", 4, List.of(QuestionPool.NUMERIC)).size());
    }

    @Test
    void whatTheVersionBeforeHasRetiredIsNotDrawn() throws IOException {
        imported("pf", numbers(2));
        // It knows nothing of the pool.
        pool.preparedQuery("UPDATE question q JOIN question_bucket b ON b.id = q.bucket_id SET q.status = 'retired'"
                        + " WHERE b.language = ? AND q.text = 'Number 1?'")
                .execute(Tuple.of("pf"))
                .await()
                .indefinitely();

        for (int i = 0; i < 20; i++) {
            assertEquals(
                    "Number 0?",
                    draw("pf", 1, List.of(QuestionPool.NUMERIC)).get(0).text());
        }
    }

    private static String numbers(int count) {
        StringBuilder text = new StringBuilder("type,question,value,category\n");
        for (int i = 0; i < count; i++) {
            text.append("numeric,Number ").append(i).append("?,").append(i).append(",Wide\n");
        }
        return text.toString();
    }

    private void assertPool(String language, int size) {
        var row = pool.preparedQuery(
                        "SELECT p.size, COUNT(q.draw_slot), MAX(q.draw_slot) - MIN(q.draw_slot) + 1, COUNT(q.ordinal), b.size"
                                + " FROM question_bucket b JOIN question_pool p ON p.bucket_id = b.id AND p.type = 'numeric'"
                                + " JOIN question q ON q.bucket_id = b.id WHERE b.language = ? GROUP BY p.size, b.size")
                .execute(Tuple.of(language))
                .await()
                .indefinitely()
                .iterator()
                .next();
        assertEquals(
                List.of(size, size, size, 0, 0),
                List.of(row.getInteger(0), row.getInteger(1), row.getInteger(2), row.getInteger(3), row.getInteger(4)));
    }

    private void become(UUID id, QuestionStatus status) {
        bank.become(id, status, Actor.START, question -> true).await().indefinitely();
    }

    private List<LineupQuestion> draw(String language, int count, List<QuestionPool> types) {
        Recipe recipe = new Recipe(List.of(new RecipePart(null, null, count)), language, types);
        return transactions
                .run(transaction -> lineups.draw(transaction, recipe, Audience.anybody()))
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
