package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.QuestionPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** One part of a recipe on its way: its pool, and random slots in it. */
final class Portion {
    /** A pool where it is not unlikely that a draw meets just the question that has moved. */
    private static final int SMALL = 2_000;

    /** For known questions at slots where they were not before, and slots that are empty meanwhile. */
    private static final int SPARE = 3;

    /** Where a tag has them, slots do not tell which questions they are: of so many at most one looks which players met. */
    private static final int MOST_LOOKED_AT = 1_000;

    private final RecipePart part;
    private final Map<Long, Bucket> pool = new HashMap<>();
    private final Map<Long, Integer> wholeSizes = new HashMap<>();
    private final long size;
    private final List<Long> slots = new ArrayList<>();
    private int most = Integer.MAX_VALUE;
    private boolean thorough;

    Portion(RecipePart part, List<Bucket> buckets) {
        this.part = part;
        buckets.stream()
                .filter(bucket -> bucket.size() > 0 && part.takes(bucket))
                .forEach(bucket -> pool.put(bucket.key(), bucket));
        buckets.stream()
                .filter(bucket -> bucket.tag() == null)
                .forEach(bucket -> wholeSizes.put(bucket.key(), bucket.size()));
        this.size = pool.values().stream().mapToLong(Bucket::size).sum();
    }

    int count() {
        return part.count();
    }

    /** How many questions there are to draw from. */
    long size() {
        return size;
    }

    boolean overlaps(Portion other) {
        Set<Long> pools = wholePools();
        return other.wholePools().stream().anyMatch(pools::contains);
    }

    private Set<Long> wholePools() {
        return pool.values().stream().map(Bucket::wholeKey).collect(Collectors.toSet());
    }

    /**
     * Picks slots until there are enough where nobody met a question, though other parts take {@code rivals}.
     *
     * @param thorough as many as may be looked at, where slots do not tell
     */
    void pick(Asked asked, int rivals, boolean thorough, RandomGenerator random) {
        this.thorough = thorough;
        if (size < count()) {
            throw new NotEnoughQuestions(part, size);
        }
        RandomSlots all = new RandomSlots(List.copyOf(pool.values()), random);
        int wanted = part.tags().isEmpty()
                ? count() + rivals + (size < SMALL ? SPARE : 0)
                : thorough ? mostLookedAt() : wantedOfTags(asked, rivals);
        for (int missing = wanted; missing > 0 && !all.isEmpty(); ) {
            List<Long> next = all.next(missing);
            slots.addAll(next);
            missing -= (int) next.stream().filter(slot -> !asked.wasAt(slot)).count();
        }
    }

    /**
     * How many slots of tags are to be looked at, so that there are most likely enough questions that nobody met: of those that were
     * asked in the same buckets as many have a tag as of the others, and several tags may have the same ones. Then more slots are
     * picked, and only so many of those that count are read.
     */
    private int wantedOfTags(Asked asked, int rivals) {
        long tags = part.tags().size();
        double met = pool.values().stream()
                .mapToDouble(bucket -> asked.within(bucket.wholeKey()) * share(bucket))
                .sum();
        double enough = count() + rivals + SPARE;
        enough = size > 2 * met ? enough + 2 * enough * met / (size - met) : size;
        if (tags > 1) {
            most = (int) Math.min(enough, MOST_LOOKED_AT);
        }
        return (int) Math.min(tags == 1 ? enough : 2 * tags * enough, mostLookedAt());
    }

    /** What part of its whole pool has the tag. */
    private double share(Bucket bucket) {
        int whole = wholeSizes.getOrDefault(bucket.wholeKey(), 0);
        return whole > bucket.size() ? (double) bucket.size() / whole : 1;
    }

    private int mostLookedAt() {
        return (int) Math.min(size, MOST_LOOKED_AT);
    }

    List<Long> slots() {
        return slots;
    }

    /** The same where not all that are found there are needed. */
    Optional<TagChoice> tagChoice() {
        if (slots.size() <= most) {
            return Optional.empty();
        }
        Map<String, List<Long>> byTag = slots.stream()
                .collect(Collectors.groupingBy(
                        slot -> pool.get(QuestionPool.poolOf(slot)).tag()));
        List<TagChoice.OfTag> tags = part.tags().stream()
                .map(tag -> new TagChoice.OfTag(tag, byTag.getOrDefault(tag, List.of())))
                .toList();
        return Optional.of(new TagChoice(slots, tags, most));
    }

    /**
     * The first ones of the picked that nobody met and no other part took; known ones where those do not suffice.
     *
     * @throws TooFewLookedAt if those do not suffice, and there are others that were not looked at
     */
    List<Dealt> deal(Map<Long, DrawnQuestion> found, Asked asked, Set<UUID> taken) {
        List<Dealt> dealt = new ArrayList<>();
        List<Dealt> known = new ArrayList<>();
        for (Long slot : slots) {
            DrawnQuestion question = found.get(slot);
            if (question == null || dealt.size() == count() || taken.contains(question.id())) {
                continue;
            }
            Bucket bucket = pool.get(QuestionPool.poolOf(slot));
            if (part.takes(question, bucket.tag())) {
                (asked.contains(question.id()) ? known : dealt).add(new Dealt(question, bucket));
            }
        }
        int missing = count() - dealt.size();
        if (missing > 0
                && !part.tags().isEmpty()
                && !thorough
                && (slots.size() < mostLookedAt() || slots.size() > most)) {
            throw new TooFewLookedAt();
        }
        if (missing > known.size()) {
            throw new NotEnoughQuestions(part, dealt.size() + (long) known.size());
        }
        dealt.addAll(known.subList(0, missing));
        dealt.forEach(one -> taken.add(one.question().id()));
        return dealt;
    }

    record Dealt(DrawnQuestion question, Bucket bucket) {}
}
