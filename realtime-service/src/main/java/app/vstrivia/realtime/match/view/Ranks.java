package app.vstrivia.realtime.match.view;

import java.util.Comparator;
import java.util.List;

/**
 * Who stands how high: for each score and time that somebody has, how many are better. Small, as long as many share a
 * place, and good for the rank of everybody, with one read for all.
 */
final class Ranks {
    private final List<Place> places;
    private final int[] better;

    /** @param places the best first */
    Ranks(List<Place> places) {
        this.places = places;
        this.better = new int[places.size() + 1];
        for (int i = 0; i < places.size(); i++) {
            better[i + 1] = better[i] + places.get(i).players();
        }
    }

    /** @param places in any order, also several that are the same */
    static Ranks of(List<Place> places) {
        return new Ranks(places.stream()
                .sorted(Comparator.comparingInt(Place::score).reversed().thenComparingLong(Place::answerMs))
                .toList());
    }

    /** Counts from 1; who has the same score in the same time shares the rank. */
    int rank(int score, long answerMs) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (places.get(middle).isBetterThan(score, answerMs)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return better[low] + 1;
    }

    /** How many share a score in the same time. */
    record Place(int score, long answerMs, int players) {
        boolean isBetterThan(int otherScore, long otherMs) {
            return score > otherScore || score == otherScore && answerMs < otherMs;
        }
    }
}
