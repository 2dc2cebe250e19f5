package app.vstrivia.api.media.picture;

import java.awt.image.BufferedImage;
import java.util.Locale;

/** The colour that covers most of a picture: of 4,096 boxes of similar ones the fullest, and the mean of what is in it. */
final class DominantColor {
    private static final int BITS = 4;

    private DominantColor() {}

    /** {@code #rrggbb}. */
    static String of(BufferedImage small) {
        long[][] boxes = new long[1 << 3 * BITS][];
        long[] fullest = new long[4];
        for (int y = 0; y < small.getHeight(); y++) {
            for (int x = 0; x < small.getWidth(); x++) {
                int pixel = small.getRGB(x, y);
                long[] box = add(boxes, pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff);
                fullest = box[0] > fullest[0] ? box : fullest;
            }
        }
        long count = fullest[0];
        return String.format(Locale.ROOT, "#%02x%02x%02x", fullest[1] / count, fullest[2] / count, fullest[3] / count);
    }

    /** The box: how many, and the sums of their parts. */
    private static long[] add(long[][] boxes, int red, int green, int blue) {
        int drop = Byte.SIZE - BITS;
        int index = (red >> drop) << 2 * BITS | (green >> drop) << BITS | blue >> drop;
        if (boxes[index] == null) {
            boxes[index] = new long[4];
        }
        long[] box = boxes[index];
        box[0]++;
        box[1] += red;
        box[2] += green;
        box[3] += blue;
        return box;
    }
}
