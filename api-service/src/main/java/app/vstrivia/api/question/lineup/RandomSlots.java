package app.vstrivia.api.question.lineup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The slots of some buckets in a uniformly random order, dealt as far as they are asked for: a Fisher–Yates shuffle that
 * remembers only the places it has touched, so that the cost is that of the slots taken, not of the bank.
 */
final class RandomSlots {
    private final List<Bucket> buckets;
    private final long size;
    private final RandomGenerator random;
    private final Map<Long, Long> moved = new HashMap<>();
    private long dealt;

    RandomSlots(List<Bucket> buckets, RandomGenerator random) {
        this.buckets = buckets;
        this.size = buckets.stream().mapToLong(Bucket::size).sum();
        this.random = random;
    }

    long size() {
        return size;
    }

    /** The next {@code count} slots; fewer when they run out. */
    List<Long> next(int count) {
        List<Long> slots = new ArrayList<>();
        while (slots.size() < count && dealt < size) {
            long picked = dealt + random.nextLong(size - dealt);
            long value = moved.getOrDefault(picked, picked);
            moved.put(picked, moved.getOrDefault(dealt, dealt));
            dealt++;
            slots.add(slot(value));
        }
        return slots;
    }

    boolean isEmpty() {
        return dealt == size;
    }

    private long slot(long index) {
        long rest = index;
        for (Bucket bucket : buckets) {
            if (rest < bucket.size()) {
                return bucket.slot(rest);
            }
            rest -= bucket.size();
        }
        throw new IndexOutOfBoundsException("no slot " + index);
    }
}
