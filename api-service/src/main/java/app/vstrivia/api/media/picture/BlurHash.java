package app.vstrivia.api.media.picture;

import java.awt.image.BufferedImage;

/**
 * A picture in 28 characters, for as long as it is not there: four by three cosines and their colours, as the specification
 * of BlurHash says (https://github.com/woltapp/blurhash/blob/master/Algorithm.md).
 */
final class BlurHash {
    private static final int ACROSS = 4;
    private static final int DOWN = 3;
    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

    private BlurHash() {}

    /** @param small a few thousand pixels at most: each counts twelve times */
    static String of(BufferedImage small) {
        double[][] factors = new double[ACROSS * DOWN][];
        double most = 0;
        for (int j = 0; j < DOWN; j++) {
            for (int i = 0; i < ACROSS; i++) {
                double[] factor = factor(small, i, j);
                factors[j * ACROSS + i] = factor;
                if (i + j > 0) {
                    for (double part : factor) {
                        most = Math.max(most, Math.abs(part));
                    }
                }
            }
        }
        StringBuilder hash = new StringBuilder();
        append(hash, ACROSS - 1 + (DOWN - 1) * 9, 1);
        int quantised = most == 0 ? 0 : (int) Math.max(0, Math.min(82, Math.floor(most * 166 - 0.5)));
        append(hash, quantised, 1);
        append(hash, direct(factors[0]), 4);
        double scale = most == 0 ? 1 : (quantised + 1) / 166.0;
        for (int k = 1; k < factors.length; k++) {
            append(hash, alternating(factors[k], scale), 2);
        }
        return hash.toString();
    }

    private static double[] factor(BufferedImage image, int i, int j) {
        double[] sum = new double[3];
        int width = image.getWidth();
        int height = image.getHeight();
        for (int y = 0; y < height; y++) {
            double down = Math.cos(Math.PI * j * y / height);
            for (int x = 0; x < width; x++) {
                double basis = Math.cos(Math.PI * i * x / width) * down;
                int pixel = image.getRGB(x, y);
                sum[0] += basis * linear(pixel >> 16 & 0xff);
                sum[1] += basis * linear(pixel >> 8 & 0xff);
                sum[2] += basis * linear(pixel & 0xff);
            }
        }
        double scale = (i + j == 0 ? 1.0 : 2.0) / (width * height);
        for (int c = 0; c < 3; c++) {
            sum[c] *= scale;
        }
        return sum;
    }

    private static int direct(double[] color) {
        return srgb(color[0]) << 16 | srgb(color[1]) << 8 | srgb(color[2]);
    }

    private static int alternating(double[] color, double most) {
        return (step(color[0] / most) * 19 + step(color[1] / most)) * 19 + step(color[2] / most);
    }

    private static int step(double part) {
        double root = Math.copySign(Math.sqrt(Math.abs(part)), part);
        return (int) Math.max(0, Math.min(18, Math.floor(root * 9 + 9.5)));
    }

    private static double linear(int value) {
        double part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static int srgb(double linear) {
        double part = Math.max(0, Math.min(1, linear));
        double curved = part <= 0.0031308 ? part * 12.92 : 1.055 * Math.pow(part, 1 / 2.4) - 0.055;
        return (int) (curved * 255 + 0.5);
    }

    private static void append(StringBuilder hash, int value, int digits) {
        int divisor = 1;
        for (int i = 1; i < digits; i++) {
            divisor *= 83;
        }
        for (int left = value; divisor > 0; divisor /= 83) {
            hash.append(DIGITS.charAt(left / divisor));
            left %= divisor;
        }
    }
}
