package app.vstrivia.api.media.picture;

import java.awt.image.BufferedImage;

/** The shape that all covers have: 16 to 9. */
final class CoverShape {
    private static final int WIDE = 16;
    private static final int HIGH = 9;

    private CoverShape() {}

    /** The largest part of that shape in the middle of the picture. */
    static BufferedImage of(BufferedImage image) {
        int width = Math.max(1, Math.min(image.getWidth(), image.getHeight() * WIDE / HIGH));
        int height = Math.max(1, Math.min(image.getHeight(), image.getWidth() * HIGH / WIDE));
        BufferedImage cut = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int left = (image.getWidth() - width) / 2;
        int top = (image.getHeight() - height) / 2;
        cut.getGraphics().drawImage(image.getSubimage(left, top, width, height), 0, 0, null);
        return cut;
    }
}
