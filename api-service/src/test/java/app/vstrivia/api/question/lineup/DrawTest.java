package app.vstrivia.api.question.lineup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.Difficulty;
import app.vstrivia.model.match.QuestionType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DrawTest {
    private static final int DRAWS = 20_000;
    private static final RecipePart MUSIC = new RecipePart(List.of("music"), null, 3);

    private final RandomGenerator random = new Random(5);
    private final List<Bucket> buckets = List.of(
            new Bucket(1, "music", "Music", Difficulty.EASY, 1),
            new Bucket(2, "music.rock", "Rock", Difficulty.HARD, 5),
            new Bucket(3, "musicals", "Musicals", Difficulty.EASY, 30),
            new Bucket(4, "film", "Film", Difficulty.HARD, 0));

    @Test
    void smallAndLargeBucketsAreDrawnFromAlike() {
        Map<UUID, Integer> counts = counts(new Recipe(null, null, 7, "en"), new Asked());

        ChiSquare.assertUniform(counts, 36, DRAWS, 7);
    }

    @Test
    void whatNobodyMetIsDrawnAlike() {
        Asked asked = asked(2, 2, 3, 10);

        Map<UUID, Integer> counts = counts(new Recipe(null, null, 7, "en"), asked);

        assertTrue(counts.keySet().stream().noneMatch(asked::contains));
        ChiSquare.assertUniform(counts, 24, DRAWS, 7);
    }

    @Test
    void whatFillsUpIsDrawnAlike() {
        Asked asked = asked(2, 5, 3, 0);

        Map<UUID, Integer> counts = counts(new Recipe(List.of(MUSIC), "en"), asked);

        assertEquals(DRAWS, counts.remove(question(buckets.get(0).slot(0)).id()));
        ChiSquare.assertUniform(counts, 5, DRAWS, 2);
    }

    @Test
    void partsThatOverlapShareAndAreDrawnAlike() {
        Recipe recipe = new Recipe(List.of(MUSIC, new RecipePart(null, null, 4)), "en");

        Map<UUID, Integer> counts = counts(recipe, new Asked());

        // three of the six, and four of the 33 others
        Map<Boolean, Map<UUID, Integer>> halves = new HashMap<>(Map.of(true, new HashMap<>(), false, new HashMap<>()));
        Set<UUID> music = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            music.add(question(buckets.get(1).slot(i)).id());
        }
        music.add(question(buckets.get(0).slot(0)).id());
        counts.forEach((id, count) -> halves.get(music.contains(id)).put(id, count));
        double ofMusic = DRAWS * (3 + 3 * 4 / 33.0);
        assertEquals(
                ofMusic,
                halves.get(true).values().stream().mapToInt(Integer::intValue).sum(),
                5 * Math.sqrt(DRAWS * 0.4));
        halves.get(true).values().forEach(count -> assertEquals(ofMusic / 6, count, 4.5 * Math.sqrt(DRAWS * 0.25)));
        halves.get(false)
                .values()
                .forEach(count -> assertEquals(DRAWS * 4 / 33.0, count, 4.5 * Math.sqrt(DRAWS * 0.11)));
        assertEquals(36, counts.size());
    }

    @Test
    void theNarrowerPartChoosesFirst() {
        Recipe recipe =
                new Recipe(List.of(new RecipePart(null, null, 30), new RecipePart(List.of("music"), null, 6)), "en");

        for (int i = 0; i < 200; i++) {
            assertEquals(36, ids(draw(recipe, new Asked())).size());
        }
    }

    @Test
    void partsThatHaveTooFewTogetherAreRefused() {
        Recipe recipe =
                new Recipe(List.of(new RecipePart(null, null, 31), new RecipePart(List.of("music"), null, 6)), "en");

        assertThrows(NotEnoughQuestions.class, () -> draw(recipe, new Asked()));
    }

    @Test
    void aBigPoolNeedsNoMoreThanWhatIsDealt() {
        List<Bucket> big = List.of(new Bucket(9, "big", "Big", Difficulty.EASY, 1_000_000));

        assertEquals(
                10,
                new Draw(new Recipe(null, null, 10, "en"), new Outlook(big, new Asked()), false, random)
                        .slots()
                        .size());
    }

    @Test
    void whatWasRetiredMeanwhileIsReplaced() {
        Recipe recipe = new Recipe(List.of("musicals"), null, 28, "en");
        Draw draw = new Draw(recipe, new Outlook(buckets, new Asked()), false, random);
        Map<Long, DrawnQuestion> found = found(draw);
        found.remove(buckets.get(2).slot(29));
        found.remove(buckets.get(2).slot(28));

        assertEquals(28, ids(draw.lineup(found)).size());
    }

    @Test
    void aCategoryIsNotOneWhoseNameBeginsTheSame() {
        assertThrows(NotEnoughQuestions.class, () -> draw(new Recipe(List.of("music"), null, 7, "en"), new Asked()));
        assertEquals(
                6,
                draw(new Recipe(List.of("music"), null, 6, "en"), new Asked()).size());
        assertEquals(
                5,
                draw(new Recipe(List.of("music"), List.of(Difficulty.HARD), 5, "en"), new Asked())
                        .size());
    }

    /** The first {@code inOne} and {@code inOther} questions of two buckets were met. */
    private Asked asked(int one, int inOne, int other, int inOther) {
        List<LineupQuestion> lineup = new ArrayList<>();
        for (Bucket bucket : buckets) {
            int met = bucket.id() == one ? inOne : bucket.id() == other ? inOther : 0;
            for (int i = 0; i < met; i++) {
                lineup.add(lineupQuestion(question(bucket.slot(i)).id(), bucket.slot(i)));
            }
        }
        Asked asked = new Asked();
        asked.add(Asked.inShort(lineup), lineup.size());
        return asked;
    }

    static LineupQuestion lineupQuestion(UUID id, long slot) {
        return new LineupQuestion(id, 1, slot, null, "", null, "", List.of(), 1, null, "", "");
    }

    private Map<UUID, Integer> counts(Recipe recipe, Asked asked) {
        Map<UUID, Integer> counts = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            Set<UUID> ids = ids(draw(recipe, asked));
            assertEquals(recipe.count(), ids.size());
            ids.forEach(id -> counts.merge(id, 1, Integer::sum));
        }
        return counts;
    }

    private List<LineupQuestion> draw(Recipe recipe, Asked asked) {
        Draw draw = new Draw(recipe, new Outlook(buckets, asked), false, random);
        return draw.lineup(found(draw));
    }

    private static Map<Long, DrawnQuestion> found(Draw draw) {
        Map<Long, DrawnQuestion> found = new HashMap<>();
        draw.slots().forEach(slot -> found.put(slot, question(slot)));
        return found;
    }

    static DrawnQuestion question(long slot) {
        return new DrawnQuestion(
                slot,
                new UUID(0, slot),
                1,
                QuestionType.SINGLE,
                "?",
                List.of(new Choice("yes", true), new Choice("no", false)),
                null,
                "here",
                "CC0");
    }

    static Set<UUID> ids(List<LineupQuestion> lineup) {
        return lineup.stream().map(LineupQuestion::questionId).collect(Collectors.toSet());
    }
}
