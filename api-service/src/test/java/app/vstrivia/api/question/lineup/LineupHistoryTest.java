package app.vstrivia.api.question.lineup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.bank.BankService;
import app.vstrivia.api.question.importing.FileImport;
import app.vstrivia.api.question.importing.ImportRequest;
import app.vstrivia.api.question.importing.ImportService;
import app.vstrivia.api.question.importing.SampleFiles;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What draws ask the database, and what they make of it. */
@ApiTest
class LineupHistoryTest {
    private static final String LANGUAGE = "lb";
    private static final int CATEGORIES = 20;

    @Inject
    ImportService imports;

    @Inject
    BankService bank;

    @Inject
    LineupStore store;

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    private LineupService lineups;
    private Opponents opponents;

    @BeforeEach
    void fillTheBank() throws IOException {
        lineups = new LineupService(store, new Random(11));
        opponents = new Opponents(pool);
        for (int i = 0; i < CATEGORIES; i++) {
            imported(LANGUAGE, "history " + i, SampleFiles.text("history " + i, 0, 12));
        }
    }

    @Test
    void aDrawTakesTwoRoundTripsWhateverItAsksFor() {
        Recipe narrow = new Recipe(List.of("history-1"), null, 5, LANGUAGE);
        Recipe wide = new Recipe(
                IntStream.range(0, CATEGORIES)
                        .mapToObj(i -> new RecipePart(List.of("history-" + i), null, 2))
                        .toList(),
                LANGUAGE);
        opponents.meet(drawn(Audience.anybody(), wide));
        Audience room = new Audience.Members(opponents.wait(List.of(PlayerId.next())));

        for (Recipe recipe : List.of(narrow, wide)) {
            for (Audience audience : List.of(Audience.anybody(), opponents.both(), room)) {
                assertEquals(new Counted(recipe.count(), 2, 0), counted(recipe, audience));
            }
        }
    }

    @Test
    void aDrawByTagTakesTwoToo() throws IOException {
        String rows = IntStream.range(0, 40)
                .mapToObj(i -> "What is tagged " + i + "?,yes,no,1," + (i % 2 == 0 ? "\"even, small\"" : "odd"))
                .collect(Collectors.joining("\n", "question,a,b,correct,tags\n", "\n"));
        imported("le", "tagged", rows, "csv");
        opponents.meet(drawn(Audience.anybody(), new Recipe(null, null, 10, "le")));

        for (List<String> tags : List.of(List.of("odd"), List.of("even", "small"))) {
            Recipe recipe = new Recipe(List.of(new RecipePart(null, null, 5, tags)), "le");
            assertEquals(new Counted(5, 2, 0), counted(recipe, opponents.both()));
        }
    }

    @Test
    void whatTheBankDoesNotHaveIsRefusedAfterOneRoundTrip() {
        assertEquals(new Counted(0, 1, 0), counted(category(0, 13), Audience.anybody()));
    }

    /** What the session's own counters say, less the statement that reads them. */
    private Counted counted(Recipe recipe, Audience audience) {
        return transactions
                .run(transaction -> counters(transaction).chain(before -> lineups.draw(transaction, recipe, audience)
                        .onFailure(NotEnoughQuestions.class)
                        .recoverWithItem(List.of())
                        .chain(lineup -> counters(transaction)
                                .map(after -> new Counted(
                                        lineup.size(),
                                        after.get("Questions") - before.get("Questions") - 1,
                                        after.get("Com_stmt_prepare") - before.get("Com_stmt_prepare"))))))
                .await()
                .indefinitely();
    }

    private static Uni<Map<String, Integer>> counters(Transaction transaction) {
        return transaction
                .connection()
                .query("SHOW SESSION STATUS WHERE Variable_name IN ('Questions', 'Com_stmt_prepare')")
                .execute()
                .map(rows -> {
                    Map<String, Integer> counters = new HashMap<>();
                    rows.forEach(row -> counters.put(row.getString(0), Integer.valueOf(row.getString(1))));
                    return counters;
                });
    }

    private record Counted(int questions, int statements, int preparations) {}

    @Test
    void retiredQuestionsLeaveNoHolesAndNoFavourites() throws IOException {
        imported("lc", "tiny", SampleFiles.text("tiny", 0, 5));
        imported("lc", "middle", SampleFiles.text("middle", 0, 14));
        imported("lc", "big", SampleFiles.text("big", 0, 40));
        Recipe all = new Recipe(null, null, 50, "lc");
        List<UUID> retired = drawn(Audience.anybody(), all).stream()
                .map(LineupQuestion::questionId)
                .limit(19)
                .toList();
        retired.forEach(id -> bank.become(id, QuestionStatus.RETIRED, Actor.START, question -> true)
                .await()
                .indefinitely());
        int draws = 1000;

        Map<UUID, Integer> counts = new HashMap<>();
        for (int i = 0; i < draws; i++) {
            ids(drawn(Audience.anybody(), new Recipe(null, null, 6, "lc")))
                    .forEach(id -> counts.merge(id, 1, Integer::sum));
        }

        assertTrue(Collections.disjoint(counts.keySet(), retired));
        ChiSquare.assertUniform(counts, 40, draws, 6);
    }

    @Test
    void roundsThatWereNotShownAreNew() {
        List<LineupQuestion> lineup = drawn(Audience.anybody(), category(0, 12));
        opponents.played(lineup, 7, 0);

        Set<UUID> next = ids(drawn(opponents.first(), category(0, 5)));

        assertEquals(ids(lineup.subList(7, 12)), next);
    }

    @Test
    void whatIsLongAgoIsNewAgain() {
        List<LineupQuestion> lineup = drawn(Audience.anybody(), category(1, 12));
        opponents.played(lineup.subList(0, 11), 11, 31);
        opponents.played(lineup.subList(11, 12), 1, 29);

        Set<UUID> next = ids(drawn(opponents.first(), category(1, 11)));

        assertEquals(ids(lineup.subList(0, 11)), next);
    }

    @Test
    void onlyTheLastThirtyMatchesCount() {
        List<LineupQuestion> lineup = drawn(Audience.anybody(), category(2, 12));
        opponents.played(lineup.subList(0, 6), 6, 3);
        opponents.played(lineup.subList(6, 12), 6, 2);
        for (int i = 0; i < 29; i++) {
            opponents.played(drawn(Audience.anybody(), category(3, 1)), 1, 1);
        }

        Set<UUID> next = ids(drawn(opponents.first(), category(2, 6)));

        assertEquals(ids(lineup.subList(0, 6)), next);
    }

    @Test
    void whatOneOfTheRoomMetIsAvoided() {
        List<LineupQuestion> lineup = drawn(Audience.anybody(), category(4, 12));
        opponents.meet(lineup.subList(0, 8));
        Audience room = new Audience.Members(opponents.wait(List.of(PlayerId.next(), PlayerId.next())));

        Set<UUID> next = ids(drawn(room, category(4, 4)));

        assertEquals(ids(lineup.subList(8, 12)), next);
    }

    @Test
    void aQuestionThatMovedInItsBucketIsStillKnown() throws IOException {
        imported("ld", "moving", SampleFiles.text("moving", 0, 6));
        List<LineupQuestion> lineup = drawn(Audience.anybody(), new Recipe(null, null, 6, "ld"));
        opponents.meet(lineup.subList(0, 3));
        bank.become(lineup.get(5).questionId(), QuestionStatus.RETIRED, Actor.START, question -> true)
                .await()
                .indefinitely();

        Set<UUID> next = ids(drawn(opponents.both(), new Recipe(null, null, 2, "ld")));

        assertEquals(ids(lineup.subList(3, 5)), next);
        assertFalse(next.contains(lineup.get(5).questionId()));
    }

    private static Recipe category(int number, int count) {
        return new Recipe(List.of("history-" + number), null, count, LANGUAGE);
    }

    private List<LineupQuestion> drawn(Audience audience, Recipe recipe) {
        return transactions
                .run(transaction -> lineups.draw(transaction, recipe, audience))
                .await()
                .indefinitely();
    }

    private static Set<UUID> ids(List<LineupQuestion> lineup) {
        return lineup.stream().map(LineupQuestion::questionId).collect(Collectors.toSet());
    }

    private void imported(String language, String category, String text) throws IOException {
        imported(language, category, text, "opentriviaqa");
    }

    private void imported(String language, String category, String text, String format) throws IOException {
        ImportRequest request = new ImportRequest(format, null, category, language);
        try (FileImport file = imports.open(request, SampleFiles.file(text))) {
            file.run(progress -> {});
        }
    }
}
