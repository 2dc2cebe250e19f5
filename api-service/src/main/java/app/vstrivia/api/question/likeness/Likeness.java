package app.vstrivia.api.question.likeness;

import app.vstrivia.model.text.PlainForm;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a text is compared by: the set of its trigrams, in plain form. Texts of different languages or with different
 * numbers are never alike: “Who won in 1994?” is not “Who won in 1998?”.
 *
 * <p>To find what is alike without comparing all, a text has four keys, each made of three minimum hashes (Broder,
 * “On the resemblance and containment of documents”, 1997): two texts whose sets overlap by 0.8 share a key with a
 * probability of 0.94, by 0.5 of 0.41.
 *
 * @param seed language and numbers, hashed
 * @param trigrams sorted, each three code points of 21 bits
 */
public record Likeness(long seed, long[] trigrams) {
    /** From here on two texts are much alike. */
    public static final double MUCH = 0.8;

    private static final int KEYS = 4;
    private static final int HASHES = 3;
    private static final Pattern NO_NUMBER = Pattern.compile("\\D+");

    public static Likeness of(String language, String text) {
        int[] points = ("  " + PlainForm.of(text) + " ").codePoints().toArray();
        long[] trigrams = new long[points.length - 2];
        for (int i = 0; i < trigrams.length; i++) {
            trigrams[i] = (long) points[i] << 42 | (long) points[i + 1] << 21 | points[i + 2];
        }
        String numbers = Arrays.stream(NO_NUMBER.split(text))
                .filter(number -> !number.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
        long seed = (language + ' ' + numbers).chars().asLongStream().reduce(0, (hash, sign) -> mixed(hash ^ sign));
        return new Likeness(seed, Arrays.stream(trigrams).sorted().distinct().toArray());
    }

    /** Texts that are alike have at least one of these in common, most likely. */
    public long[] keys() {
        long[] keys = new long[KEYS];
        for (int key = 0; key < KEYS; key++) {
            long hash = mixed(seed + key);
            for (int i = 0; i < HASHES; i++) {
                hash = mixed(hash ^ least(key * HASHES + i));
            }
            keys[key] = hash;
        }
        return keys;
    }

    /** The share of the trigrams of both that both have, from 0 to 1. */
    public double to(Likeness other) {
        if (seed != other.seed) {
            return 0;
        }
        int shared = 0;
        for (long trigram : trigrams) {
            shared += Arrays.binarySearch(other.trigrams, trigram) >= 0 ? 1 : 0;
        }
        return (double) shared / (trigrams.length + other.trigrams.length - shared);
    }

    private long least(int function) {
        long least = Long.MAX_VALUE;
        for (long trigram : trigrams) {
            least = Math.min(least, mixed(trigram ^ mixed(function)));
        }
        return least;
    }

    /** SplitMix64's finalizer (Steele, Lea, Flood, 2014). */
    private static long mixed(long value) {
        long hash = value + 0x9e3779b97f4a7c15L;
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Likeness same && seed == same.seed && Arrays.equals(trigrams, same.trigrams);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(trigrams);
    }
}
