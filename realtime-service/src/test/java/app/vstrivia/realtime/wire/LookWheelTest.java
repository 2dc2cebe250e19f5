package app.vstrivia.realtime.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookWheelTest {
    /** System.nanoTime() may be anything, and overflow. */
    private static final long BEGAN = Long.MAX_VALUE - seconds(50);

    private final LookWheel wheel = new LookWheel(BEGAN);

    @Test
    void aThingIsLookedAtOnceItsTimeIsOverAndNotBefore() {
        Thing thing = new Thing();
        wheel.schedule(thing, BEGAN + seconds(10));
        wheel.turn(BEGAN + seconds(10));
        assertEquals(List.of(), thing.looks);

        wheel.turn(BEGAN + seconds(10) + millis(LookWheel.TICK_MS));
        wheel.turn(BEGAN + seconds(100));

        assertEquals(List.of(seconds(10) + millis(LookWheel.TICK_MS)), thing.looks);
    }

    @Test
    void whatIsPastIsLookedAtWithTheNextTurn() {
        Thing thing = new Thing();
        wheel.turn(BEGAN + seconds(60));
        wheel.schedule(thing, BEGAN + seconds(1));
        wheel.turn(BEGAN + seconds(61));

        assertEquals(List.of(seconds(61)), thing.looks);
    }

    @Test
    void whatIsFarAwayIsAskedAgainWithinTheWheelsTurn() {
        Thing thing = new Thing();
        wheel.schedule(thing, BEGAN + seconds(3_600));
        wheel.turn(BEGAN + seconds(120));
        assertEquals(List.of(), thing.looks);
        wheel.turn(BEGAN + seconds(130));

        assertEquals(List.of(seconds(130)), thing.looks);
    }

    @Test
    void anEarlierTimeReplacesALaterOneAndALaterOneDoesNot() {
        Thing earlier = new Thing();
        wheel.schedule(earlier, BEGAN + seconds(75));
        wheel.scheduleBy(earlier, BEGAN + seconds(5));
        Thing later = new Thing();
        wheel.schedule(later, BEGAN + seconds(75));
        wheel.scheduleBy(later, BEGAN + seconds(90));
        wheel.turn(BEGAN + seconds(76));

        assertEquals(List.of(seconds(76)), earlier.looks);
        assertEquals(List.of(seconds(76)), later.looks);
        wheel.turn(BEGAN + seconds(100));
        assertEquals(1, earlier.looks.size() * later.looks.size());
    }

    @Test
    void whatGoesIsNotLookedAtWhateverItsPlaceInTheSlot() {
        List<Thing> things = IntStream.range(0, 5).mapToObj(i -> new Thing()).toList();
        things.forEach(thing -> wheel.schedule(thing, BEGAN + seconds(3)));
        List.of(0, 2, 4).forEach(i -> wheel.remove(things.get(i)));
        wheel.remove(things.get(2));
        wheel.turn(BEGAN + seconds(4));

        assertEquals(
                List.of(0, 1, 0, 1, 0),
                things.stream().map(thing -> thing.looks.size()).toList());
    }

    @Test
    void whoIsLookedAtMayPutItselfBackAndTakeOthersOut() {
        Thing victim = new Thing();
        Thing again = new Thing() {
            @Override
            void look(long now) {
                super.look(now);
                wheel.remove(victim);
                wheel.schedule(this, now + seconds(1));
            }
        };
        wheel.schedule(victim, BEGAN + seconds(1));
        wheel.schedule(again, BEGAN + seconds(1));
        IntStream.rangeClosed(1, 20).forEach(quarter -> wheel.turn(BEGAN + quarter * millis(250)));

        assertEquals(4, again.looks.size());
        assertEquals(List.of(), victim.looks);
    }

    @Test
    void nobodyIsForgottenOrEarlyWhateverTheOrder() {
        Random random = new Random(7);
        List<Thing> things =
                IntStream.range(0, 1_000).mapToObj(i -> new Thing()).toList();
        long[] due = new long[things.size()];
        for (int i = 0; i < due.length; i++) {
            for (int times = random.nextInt(3); times >= 0; times--) {
                due[i] = millis(random.nextInt(120_000));
                wheel.schedule(things.get(i), BEGAN + due[i]);
            }
        }
        for (long at = 0; at <= seconds(125); at += millis(50 + random.nextInt(900))) {
            wheel.turn(BEGAN + at);
        }
        for (int i = 0; i < due.length; i++) {
            assertEquals(1, things.get(i).looks.size());
            long late = things.get(i).looks.get(0) - due[i];
            assertEquals(true, late > 0 && late <= millis(LookWheel.TICK_MS + 950), "late by " + late);
        }
    }

    private static long seconds(long number) {
        return TimeUnit.SECONDS.toNanos(number);
    }

    private static long millis(long number) {
        return TimeUnit.MILLISECONDS.toNanos(number);
    }

    private static class Thing extends LookWheel.Entry {
        private final List<Long> looks = new ArrayList<>();

        @Override
        void look(long now) {
            looks.add(now - BEGAN);
        }
    }
}
