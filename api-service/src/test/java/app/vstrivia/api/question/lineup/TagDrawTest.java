package app.vstrivia.api.question.lineup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.QuestionPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Draws of questions that have a tag. */
class TagDrawTest {
    private static final Bucket ANIMALS = new Bucket(20, "animals", "Animals", Difficulty.EASY, 120);
    private static final Bucket OTHERS = new Bucket(3, "musicals", "Musicals", Difficulty.EASY, 30);
    private static final int DRAWS = 20_000;

    private final RandomGenerator random = new Random(5);

    @Test
    void whatHasSeveralOfTheTagsIsAsLikelyAsTheOthers() {
        Recipe recipe = tagged("cats", "dogs");

        Map<UUID, Integer> counts = tagCounts(recipe, new Asked());

        // 100 cats and 60 dogs, of which 40 are both
        ChiSquare.assertUniform(counts, 120, DRAWS, 3);
    }

    @Test
    void whatNobodyMetComesFirstByTagToo() {
        Asked asked = met(90);

        Map<UUID, Integer> counts = tagCounts(tagged("cats", "dogs"), asked);

        assertTrue(counts.keySet().stream().noneMatch(asked::contains));
        ChiSquare.assertUniform(counts, 30, DRAWS, 3);
    }

    @Test
    void ofOneBigTagNoMoreIsLookedAtThanIsNeeded() {
        List<Bucket> big = List.of(tag(21, "cats", 100_000));
        Recipe one = new Recipe(List.of(new RecipePart(null, null, 10, List.of("cats"))), "en");

        assertEquals(
                13,
                new Draw(one, new Outlook(big, new Asked()), false, random)
                        .slots()
                        .size());
    }

    @Test
    void ofARareTagNoMoreIsLookedAtThanIsLikelyToBeNeeded() {
        Asked asked = met(300);
        List<Bucket> rare =
                List.of(new Bucket(20, "animals", "Animals", Difficulty.EASY, 1_000_000), tag(21, "cats", 1_000));

        int slots = new Draw(tagged("cats"), new Outlook(rare, asked), false, random)
                .slots()
                .size();

        assertEquals(6, slots);
    }

    @Test
    void whoMetMoreThanIsLikelyIsDealtWhatNobodyMetAllTheSame() {
        Asked asked = met(90);
        List<Bucket> cats =
                List.of(new Bucket(20, "animals", "Animals", Difficulty.EASY, 1_000_000), tag(1, "cats", 100));
        Outlook outlook = new Outlook(cats, asked);
        int unlikely = 0;

        for (int i = 0; i < 100; i++) {
            try {
                animals(new Draw(tagged("cats"), outlook, false, random));
            } catch (TooFewLookedAt tooFew) {
                unlikely++;
                assertTrue(animals(new Draw(tagged("cats"), outlook, true, random)).stream()
                        .noneMatch(question -> asked.contains(question.questionId())));
            }
        }

        assertTrue(unlikely > 50, unlikely + " of 100");
    }

    /** The first {@code count} animals were asked, whatever tags they have. */
    private static Asked met(int count) {
        Asked asked = new Asked();
        asked.add(
                Asked.inShort(IntStream.range(0, count)
                        .mapToObj(i -> DrawTest.lineupQuestion(animal(i).id(), 20L << 32 | i))
                        .toList()),
                count);
        return asked;
    }

    /** Animals 0 to 99 are cats, 60 to 119 are dogs. */
    private Map<UUID, Integer> tagCounts(Recipe recipe, Asked asked) {
        List<Bucket> tags = List.of(ANIMALS, tag(1, "cats", 100), tag(2, "dogs", 60), OTHERS);
        Map<UUID, Integer> counts = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            Set<UUID> ids = DrawTest.ids(animals(recipe, new Outlook(tags, asked)));
            assertEquals(recipe.count(), ids.size());
            ids.forEach(id -> counts.merge(id, 1, Integer::sum));
        }
        return counts;
    }

    private List<LineupQuestion> animals(Recipe recipe, Outlook outlook) {
        try {
            return animals(new Draw(recipe, outlook, false, random));
        } catch (TooFewLookedAt unlikely) {
            return animals(new Draw(recipe, outlook, true, random));
        }
    }

    private static List<LineupQuestion> animals(Draw draw) {
        Map<Long, DrawnQuestion> found = new HashMap<>();
        slots(draw).forEach(slot -> found.put(slot, animalAt(slot)));
        return draw.lineup(found);
    }

    /** All that a draw looks at, and of a choice those that the database would find. */
    private static List<Long> slots(Draw draw) {
        List<Long> slots = new ArrayList<>(draw.slots());
        draw.tagChoices().forEach(choice -> choice.slots().stream()
                .filter(slot -> counts(choice, slot))
                .limit(choice.most())
                .forEach(slots::add));
        return slots;
    }

    private static boolean counts(TagChoice choice, long slot) {
        Set<String> tags = animalAt(slot).tags();
        return choice.tags().stream()
                .filter(of -> tags.contains(of.tag()))
                .findFirst()
                .orElseThrow()
                .slots()
                .contains(slot);
    }

    private static DrawnQuestion animalAt(long slot) {
        return animal(QuestionPool.placeOf(slot) + (QuestionPool.ownerOf(slot) == 1 ? 0 : 60));
    }

    private static Recipe tagged(String... tags) {
        return new Recipe(List.of(new RecipePart(null, null, 3, List.of(tags))), "en");
    }

    private static Bucket tag(int pool, String tag, int size) {
        return new Bucket(20, "animals", "Animals", Difficulty.EASY, size, QuestionPool.CHOICE, tag, pool);
    }

    private static DrawnQuestion animal(int number) {
        DrawnQuestion any = DrawTest.question((20L << 32) + number);
        Set<String> tags = number < 60 ? Set.of("cats") : number < 100 ? Set.of("cats", "dogs") : Set.of("dogs");
        return new DrawnQuestion(
                any.slot(),
                any.id(),
                1,
                any.type(),
                any.text(),
                any.choices(),
                null,
                any.source(),
                any.licence(),
                null,
                tags);
    }
}
