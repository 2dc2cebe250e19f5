package app.vstrivia.api.media.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * A size in which a picture is shown.
 *
 * @param name the longest side that it may have
 */
record PictureSize(int name, int width, int height) {
    static final int LARGEST = 1_600;

    private static final int[] NAMES = {320, 800, LARGEST};

    /** The sizes of a picture, the smallest first, and the smallest always: none is larger than the picture. */
    static List<PictureSize> of(int width, int height) {
        List<PictureSize> sizes = new ArrayList<>();
        int longest = Math.max(width, height);
        for (int i = 0; i < NAMES.length && (i == 0 || longest > NAMES[i - 1]); i++) {
            double scale = Math.min(1, (double) NAMES[i] / longest);
            sizes.add(new PictureSize(NAMES[i], scaled(width, scale), scaled(height, scale)));
        }
        return sizes;
    }

    private static int scaled(int side, double scale) {
        return Math.max(1, (int) Math.round(side * scale));
    }
}
