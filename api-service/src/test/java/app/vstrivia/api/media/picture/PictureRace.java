package app.vstrivia.api.media.picture;

import app.vstrivia.api.media.MediaConfig;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The process of {@code deploy/local/bench pictures} that makes of pictures what the service makes, with its classes and without
 * the rest of it. It makes the pictures first, a folder of each sort. Then it reads lines {@code folder seconds}, and says how
 * many it did in how many nanoseconds.
 */
public final class PictureRace {
    private static final int OF_EACH_SORT = 2;

    private final PictureStudio studio = new PictureStudio(new MediaConfig() {
        @Override
        public int mostOfOwner() {
            return 0;
        }

        @Override
        public long bytesOfOwner() {
            return 0;
        }

        @Override
        public int decodings() {
            return 1;
        }
    });

    public static void main(String[] arguments) throws IOException {
        Path place = Path.of(arguments[0]);
        make(place);
        PictureRace race = new PictureRace();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            System.out.println(race.turn(Path.of(words[0]), Long.parseLong(words[1]) * 1_000_000_000));
            System.out.flush();
        }
    }

    private String turn(Path folder, long nanos) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        long begin = System.nanoTime();
        int pictures = 0;
        while (pictures == 0 || System.nanoTime() - begin < nanos) {
            try (WorkFolder work = new WorkFolder()) {
                studio.print(files.get(pictures % files.size()), work);
            }
            pictures++;
        }
        return pictures + " " + (System.nanoTime() - begin);
    }

    private static void make(Path place) throws IOException {
        make(place, "jpeg_12_megapixels", "jpeg", 4000, 3000);
        make(place, "jpeg_2_megapixels", "jpeg", 1600, 1200);
        make(place, "png_2_megapixels", "png", 1600, 1200);
        make(place, "webp_2_megapixels", "webp", 1600, 1200);
        make(place, "webp_small", "webp", 320, 240);
        Files.createFile(place.resolve("made"));
    }

    private static void make(Path place, String sort, String format, int width, int height) throws IOException {
        Path folder = Files.createDirectory(place.resolve(sort));
        for (int i = 0; i < OF_EACH_SORT; i++) {
            BufferedImage scene = scene(width, height, new Random(i));
            Path file = folder.resolve(i + "." + format);
            switch (format) {
                case "jpeg" -> PictureEncoder.jpeg(scene, file);
                case "webp" -> PictureEncoder.webp(scene, file);
                default -> Files.write(file, TestPictures.encoded(scene, format));
            }
        }
    }

    /** Something like a photograph: soft shapes of all sizes, edges, and a little noise. */
    private static BufferedImage scene(int width, int height, Random random) {
        double[][] waves = new double[9][];
        for (int i = 0; i < waves.length; i++) {
            double length = width / Math.pow(2, 1 + random.nextDouble() * 5);
            double angle = random.nextDouble() * Math.PI;
            waves[i] = new double[] {
                Math.cos(angle) / length, Math.sin(angle) / length, random.nextDouble() * 6, 8 + length / width * 60
            };
        }
        BufferedImage scene = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int[] parts = new int[3];
                for (int i = 0; i < waves.length; i++) {
                    double[] wave = waves[i];
                    double at = Math.sin(x * wave[0] + y * wave[1] + wave[2]);
                    parts[i % 3] += (int) (wave[3] * (i % 5 == 0 ? Math.signum(at) : at) / 3);
                }
                int noise = random.nextInt(7) - 3;
                int pixel = 0;
                for (int part : parts) {
                    pixel = pixel << 8 | Math.max(0, Math.min(255, 128 + part + noise));
                }
                scene.setRGB(x, y, pixel);
            }
        }
        return scene;
    }
}
