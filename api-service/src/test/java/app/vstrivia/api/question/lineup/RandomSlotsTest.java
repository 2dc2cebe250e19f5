package app.vstrivia.api.question.lineup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.question.Difficulty;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RandomSlotsTest {
    private static final List<Bucket> BUCKETS = List.of(bucket(1, 3), bucket(4, 7));

    @Test
    void everySlotIsDealtOnceAndThenNoMore() {
        RandomSlots slots = new RandomSlots(BUCKETS, new Random(7));

        List<Long> first = slots.next(4);
        List<Long> rest = slots.next(100);

        assertEquals(4, first.size());
        assertEquals(6, rest.size());
        var all = new HashSet<>(first);
        all.addAll(rest);
        assertEquals(10, all.size());
        assertEquals(List.of(), slots.next(1));
    }

    @Test
    void eachSlotIsAsLikelyAsTheOthers() {
        Random random = new Random(7);
        Map<Long, Integer> counts = new TreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            new RandomSlots(BUCKETS, random).next(5).forEach(slot -> counts.merge(slot, 1, Integer::sum));
        }

        assertEquals(10, counts.size());
        counts.values().forEach(count -> assertTrue(Math.abs(count - 10_000) < 350, counts::toString));
    }

    @Test
    void slotsOfABigBucketCostNothing() {
        List<Long> slots = new RandomSlots(List.of(bucket(9, Integer.MAX_VALUE)), new Random(7)).next(3);

        slots.forEach(slot -> assertEquals(9, slot >>> 32));
    }

    private static Bucket bucket(int id, int size) {
        return new Bucket(id, "slug", "Name", Difficulty.EASY, size);
    }
}
