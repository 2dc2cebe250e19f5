package app.vstrivia.local.bench;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;

/** A picture as a phone might take it: colours that flow into each other, and things in front of them. */
final class BenchPicture {
    private static final int WIDTH = 1_600;
    private static final int HEIGHT = 1_200;
    private static final int THINGS = 400;

    private BenchPicture() {}

    /** A JPEG; another one for each number. */
    static String base64(int number) throws IOException {
        Random random = new Random(number);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, color(random), WIDTH, HEIGHT, color(random)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < THINGS; i++) {
            graphics.setColor(color(random));
            int size = 10 + random.nextInt(120);
            graphics.fillOval(random.nextInt(WIDTH), random.nextInt(HEIGHT), size, size);
        }
        graphics.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", jpeg);
        return Base64.getEncoder().encodeToString(jpeg.toByteArray());
    }

    private static Color color(Random random) {
        return new Color(random.nextInt(1 << 24));
    }
}
