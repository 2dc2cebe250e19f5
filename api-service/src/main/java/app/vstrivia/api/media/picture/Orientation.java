package app.vstrivia.api.media.picture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** How stored pixels are to be turned to stand upright, in the order of Exif's values from 1 on. */
enum Orientation {
    UPRIGHT(1, 0, 0, 1, 0, 0),
    MIRRORED(-1, 0, 0, 1, 1, 0),
    UPSIDE_DOWN(-1, 0, 0, -1, 1, 1),
    FLIPPED(1, 0, 0, -1, 0, 1),
    TRANSPOSED(0, 1, 1, 0, 0, 0),
    RIGHT(0, 1, -1, 0, 1, 0),
    TRANSVERSED(0, -1, -1, 0, 1, 1),
    LEFT(0, -1, 1, 0, 0, 1);

    private final int[] matrix;

    /** @param matrix that of an affine transformation; the last two times width and height of the upright picture */
    Orientation(int... matrix) {
        this.matrix = matrix;
    }

    /** Of a value that is none: upright. */
    static Orientation of(int exif) {
        return exif >= 1 && exif <= values().length ? values()[exif - 1] : UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean swaps() {
        return matrix[0] == 0;
    }

    /** The picture upright; itself if it is so. */
    BufferedImage apply(BufferedImage stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = swaps() ? stored.getHeight() : stored.getWidth();
        int height = swaps() ? stored.getWidth() : stored.getHeight();
        BufferedImage upright = new BufferedImage(width, height, stored.getType());
        Graphics2D graphics = upright.createGraphics();
        graphics.drawImage(
                stored,
                new AffineTransform(matrix[0], matrix[1], matrix[2], matrix[3], matrix[4] * width, matrix[5] * height),
                null);
        graphics.dispose();
        return upright;
    }
}
