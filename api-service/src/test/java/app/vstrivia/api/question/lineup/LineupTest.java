package app.vstrivia.api.question.lineup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.importing.FileImport;
import app.vstrivia.api.question.importing.ImportRequest;
import app.vstrivia.api.question.importing.ImportService;
import app.vstrivia.api.question.importing.SampleFiles;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.model.match.QuestionType;
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
        List<LineupQuestion> lineup = draw(Set.of(), 20, "small", "large");

        assertEquals(20, ids(lineup).size());
        assertTrue(lineup.stream().allMatch(question -> Set.of("Small", "Large").contains(question.category())));
        assertTrue(lineup.stream().allMatch(question -> question.difficulty() == Difficulty.MEDIUM));
    }

    @Test
    void everyQuestionIsAsLikelyAsTheOthers() {
        Map<UUID, Integer> counts = new HashMap<>();
        for (int i = 0; i < 2000; i++) {
            ids(draw(Set.of(), 8, "small", "large")).forEach(id -> counts.merge(id, 1, Integer::sum));
        }

        // 2,000 draws of 8 in 40: 400 for each on average, with a standard deviation of 18
        assertEquals(40, counts.size());
        counts.values().forEach(count -> assertTrue(Math.abs(count - 400) < 80, counts::toString));
    }

    @Test
    void unseenQuestionsComeFirst() {
        Set<UUID> all = ids(draw(Set.of(), 40, "small", "large"));
        Set<UUID> seen = all.stream().limit(32).collect(Collectors.toSet());

        for (int i = 0; i < 50; i++) {
            Set<UUID> lineup = ids(draw(seen, 8, "small", "large"));

            assertEquals(8, lineup.size());
            assertTrue(lineup.stream().noneMatch(seen::contains));
        }
    }

    @Test
    void seenQuestionsFillUpWhatIsMissing() {
        Set<UUID> all = ids(draw(Set.of(), 40, "small", "large"));
        Set<UUID> seen = all.stream().limit(35).collect(Collectors.toSet());

        Set<UUID> lineup = ids(draw(seen, 8, "small", "large"));

        assertEquals(8, lineup.size());
        assertEquals(3, lineup.stream().filter(seen::contains).count());
    }

    @Test
    void aHandfulOfUnseenQuestionsIsFoundInABigBank() throws IOException {
        imported("huge", SampleFiles.text("huge", 0, 3000));
        Set<UUID> seen = new HashSet<>();
        while (seen.size() < 2990) {
            seen.addAll(ids(draw(seen, Math.min(50, 2990 - seen.size()), "huge")));
        }

        Set<UUID> lineup = ids(draw(seen, 10, "huge"));

        assertTrue(lineup.stream().noneMatch(seen::contains));
    }

    @Test
    void choicesAreShuffledAndTheRightOneIsKnown() {
        Set<Integer> places = new HashSet<>();
        for (LineupQuestion question : draw(Set.of(), 40, "small", "large")) {
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
            LineupQuestion question = draw(Set.of(), 1, "facts").get(0);

            assertEquals(QuestionType.BOOLEAN, question.type());
            assertEquals(List.of("True", "False"), question.choices());
            assertEquals(1, question.correct());
        }
    }

    @Test
    void tooFewQuestionsAreSaidSo() {
        NotEnoughQuestions refusal = assertThrows(NotEnoughQuestions.class, () -> draw(Set.of(), 11, "small"));

        assertEquals(409, refusal.getStatusCode());
        assertEquals("not-enough-questions", refusal.getParameters().get("code"));
    }

    @Test
    void aCategoryThatDoesNotExistIsRefused() {
        UnknownCategory refusal = assertThrows(UnknownCategory.class, () -> draw(Set.of(), 1, "small", "nowhere"));

        assertEquals("unknown-category", refusal.getParameters().get("code"));
        assertTrue(refusal.getDetail().contains("nowhere"));
    }

    private List<LineupQuestion> draw(Set<UUID> seen, int count, String... categories) {
        return lineups.draw(new Recipe(List.of(categories), null, count, LANGUAGE), seen)
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
