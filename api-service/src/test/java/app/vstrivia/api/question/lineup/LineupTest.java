package app.vstrivia.api.question.lineup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.importing.FileImport;
import app.vstrivia.api.question.importing.ImportRequest;
import app.vstrivia.api.question.importing.ImportService;
import app.vstrivia.api.question.importing.SampleFiles;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.model.match.QuestionType;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class LineupTest {
    private static final String LANGUAGE = "la";

    @Inject
    ImportService imports;

    @Inject
    LineupStore store;

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    private LineupService lineups;

    @BeforeEach
    void fillTheBank() throws IOException {
        lineups = new LineupService(store, new Random(42));
        imported("small", SampleFiles.text("small", 0, 10));
        imported("large", SampleFiles.text("large", 0, 30));
        imported("facts", "#Q Water is wet.\n^ True\nA False\nB True\n");
    }

    @Test
    void aLineupHoldsDifferentQuestionsOfTheRecipe() {
        List<LineupQuestion> lineup = draw(20, "small", "large");

        assertEquals(20, ids(lineup).size());
        assertTrue(lineup.stream().allMatch(question -> Set.of("Small", "Large").contains(question.category())));
        assertTrue(lineup.stream().allMatch(question -> question.difficulty() == Difficulty.MEDIUM));
    }

    @Test
    void everyQuestionIsAsLikelyAsTheOthers() {
        Map<UUID, Integer> counts = new HashMap<>();
        for (int i = 0; i < 2000; i++) {
            ids(draw(8, "small", "large")).forEach(id -> counts.merge(id, 1, Integer::sum));
        }

        // 2,000 draws of 8 in 40: 400 for each on average, with a standard deviation of 18
        assertEquals(40, counts.size());
        counts.values().forEach(count -> assertTrue(Math.abs(count - 400) < 80, counts::toString));
    }

    @Test
    void unseenQuestionsComeFirst() {
        List<LineupQuestion> met = draw(40, "small", "large").subList(0, 32);
        Set<UUID> seen = ids(met);
        Opponents opponents = new Opponents(pool);
        opponents.meet(met);

        for (int i = 0; i < 50; i++) {
            Set<UUID> lineup = ids(draw(opponents.both(), 8, "small", "large"));

            assertEquals(8, lineup.size());
            assertTrue(lineup.stream().noneMatch(seen::contains));
        }
    }

    @Test
    void seenQuestionsFillUpWhatIsMissing() {
        List<LineupQuestion> met = draw(40, "small", "large").subList(0, 35);
        Set<UUID> seen = ids(met);
        Opponents opponents = new Opponents(pool);
        opponents.meet(met);

        Set<UUID> lineup = ids(draw(opponents.both(), 8, "small", "large"));

        assertEquals(8, lineup.size());
        assertEquals(3, lineup.stream().filter(seen::contains).count());
    }

    @Test
    void aHandfulOfUnseenQuestionsIsFoundInABigBank() throws IOException {
        imported("huge", SampleFiles.text("huge", 0, 3000));
        Set<UUID> seen = new HashSet<>();
        Opponents opponents = new Opponents(pool);
        while (seen.size() < 2990) {
            List<LineupQuestion> next = draw(opponents.both(), Math.min(50, 2990 - seen.size()), "huge");
            seen.addAll(ids(next));
            opponents.meet(next);
        }

        Set<UUID> lineup = ids(draw(opponents.both(), 10, "huge"));

        assertTrue(lineup.stream().noneMatch(seen::contains));
    }

    @Test
    void choicesAreShuffledAndTheRightOneIsKnown() {
        Set<Integer> places = new HashSet<>();
        for (LineupQuestion question : draw(40, "small", "large")) {
            int place = Integer.numberOfTrailingZeros(question.correct());
            places.add(place);
            assertEquals(1, Integer.bitCount(question.correct()));
            assertEquals(
                    question.text().replaceAll("\\D", ""),
                    question.choices().get(place).replaceAll("\\D", ""));
        }

        assertEquals(Set.of(0, 1, 2, 3), places);
    }

    @Test
    void trueComesBeforeFalse() {
        for (int i = 0; i < 10; i++) {
            LineupQuestion question = draw(1, "facts").get(0);

            assertEquals(QuestionType.BOOLEAN, question.type());
            assertEquals(List.of("True", "False"), question.choices());
            assertEquals(1, question.correct());
        }
    }

    @Test
    void tooFewQuestionsAreSaidSo() {
        NotEnoughQuestions refusal = assertThrows(NotEnoughQuestions.class, () -> draw(11, "small"));

        assertEquals(409, refusal.getStatusCode());
        assertEquals("not-enough-questions", refusal.getParameters().get("code"));
    }

    @Test
    void aPartThatCannotBeServedIsNamed() {
        Recipe recipe = new Recipe(
                List.of(
                        new RecipePart(List.of("large"), null, 5),
                        new RecipePart(List.of("small"), List.of(Difficulty.HARD), 2)),
                LANGUAGE);

        NotEnoughQuestions refusal = assertThrows(NotEnoughQuestions.class, () -> draw(Audience.anybody(), recipe));

        assertEquals("The recipe asks for 2 hard questions of small, and the bank has 0.", refusal.getDetail());
        assertEquals(0L, refusal.getParameters().get("available"));
    }

    @Test
    void eachPartGetsWhatItAsksFor() {
        Recipe recipe = new Recipe(
                List.of(new RecipePart(List.of("large"), null, 5), new RecipePart(List.of("small"), null, 9)),
                LANGUAGE);

        List<LineupQuestion> lineup = draw(Audience.anybody(), recipe);

        assertEquals(14, ids(lineup).size());
        assertEquals(
                9,
                lineup.stream()
                        .filter(question -> question.category().equals("Small"))
                        .count());
        assertNotEquals(
                lineup.stream().map(LineupQuestion::category).sorted().toList(),
                lineup.stream().map(LineupQuestion::category).toList());
    }

    @Test
    void partsThatHaveTooFewQuestionsTogetherAreRefusedBeforeTheDraw() {
        RecipePart most = new RecipePart(List.of("small"), null, 6);
        Recipe tooMany = new Recipe(List.of(most, most), LANGUAGE);
        Recipe enough = new Recipe(List.of(most, new RecipePart(List.of("small", "large"), null, 6)), LANGUAGE);

        assertThrows(NotEnoughQuestions.class, () -> draw(Audience.anybody(), tooMany));
        assertThrows(NotEnoughQuestions.class, () -> check(tooMany));
        check(enough);
    }

    private void check(Recipe recipe) {
        transactions
                .run(transaction -> lineups.check(transaction, recipe))
                .await()
                .indefinitely();
    }

    @Test
    void aCategoryThatDoesNotExistIsRefused() {
        UnknownCategory refusal = assertThrows(UnknownCategory.class, () -> draw(1, "small", "nowhere"));

        assertEquals("unknown-category", refusal.getParameters().get("code"));
        assertTrue(refusal.getDetail().contains("nowhere"));
    }

    private List<LineupQuestion> draw(int count, String... categories) {
        return draw(Audience.anybody(), count, categories);
    }

    private List<LineupQuestion> draw(Audience audience, int count, String... categories) {
        return draw(audience, new Recipe(List.of(categories), null, count, LANGUAGE));
    }

    private List<LineupQuestion> draw(Audience audience, Recipe recipe) {
        return transactions
                .run(transaction -> lineups.draw(transaction, recipe, audience))
                .await()
                .indefinitely();
    }

    private static Set<UUID> ids(List<LineupQuestion> lineup) {
        return lineup.stream().map(LineupQuestion::questionId).collect(Collectors.toSet());
    }

    private void imported(String category, String text) throws IOException {
        ImportRequest request = new ImportRequest("opentriviaqa", null, category, LANGUAGE);
        try (FileImport file = imports.open(request, SampleFiles.file(text))) {
            file.run(progress -> {});
        }
    }
}
