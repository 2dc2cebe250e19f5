package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.QuestionPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final long size;
    private final List<Long> slots = new ArrayList<>();

    Portion(RecipePart part, List<Bucket> buckets) {
        this.part = part;
        buckets.stream()
                .filter(bucket -> bucket.size() > 0 && part.takes(bucket))
                .forEach(bucket -> pool.put(bucket.key(), bucket));
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

    /** Picks slots until there are enough where nobody met a question, though other parts take {@code rivals}. */
    void pick(Asked asked, int rivals, RandomGenerator random) {
        if (size < count()) {
            throw new NotEnoughQuestions(part, size);
        }
        RandomSlots all = new RandomSlots(List.copyOf(pool.values()), random);
        int wanted = part.tags().isEmpty() ? count() + rivals + (size < SMALL ? SPARE : 0) : wanted(asked, rivals);
        for (int missing = wanted; missing > 0 && !all.isEmpty(); ) {
            List<Long> next = all.next(missing);
            slots.addAll(next);
            missing -= (int) next.stream().filter(slot -> !asked.wasAt(slot)).count();
        }
    }

    /**
     * How many slots of tags are to be looked at, so that there are enough questions that nobody met: several tags may have the
     * same ones, and any of those that were asked in the same buckets may be among them.
     */
    private int wanted(Asked asked, int rivals) {
        long tags = part.tags().size();
        long enough = count() + rivals + SPARE;
        long all = tags == 1 ? enough : 2 * tags * enough;
        long met = tags * asked.within(wholePools());
        if (met > 0) {
            all = size > 2 * met ? all + 2 * all * met / (size - met) : size;
        }
        return (int) Math.min(all, MOST_LOOKED_AT);
    }

    List<Long> slots() {
        return slots;
    }

    /** The first ones of the picked that nobody met and no other part took; known ones where those do not suffice. */
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
        if (missing > known.size()) {
            throw new NotEnoughQuestions(part, dealt.size() + (long) known.size());
        }
        dealt.addAll(known.subList(0, missing));
        dealt.forEach(one -> taken.add(one.question().id()));
        return dealt;
    }

    record Dealt(DrawnQuestion question, Bucket bucket) {}
}
