package app.vstrivia.api.media.picture;

import app.vstrivia.api.media.Look;
import app.vstrivia.api.media.MediaConfig;
import app.vstrivia.api.media.StoredFile;
import app.vstrivia.api.platform.bulkhead.Seats;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes what is shown of a picture. A few at once: what they need of memory is bounded so. */
@ApplicationScoped
class PictureStudio {
    private static final int SMALL = 48;

    private final Seats seats;

    PictureStudio(MediaConfig config) {
        this.seats = new Seats(config.decodings());
    }

    /**
     * Leaves the files in {@code folder}, under their names.
     *
     * @throws app.vstrivia.api.media.UnfitMedium if it is none that we take
     * @throws app.vstrivia.api.platform.bulkhead.AllTaken if others are at it
     */
    Print print(Path original, WorkFolder folder) throws IOException {
        PictureHeader header = Inspection.of(original);
        Seats.Seat seat = seats.take();
        try {
            return print(PictureDecoder.decode(original, header, folder), header, folder);
        } finally {
            seat.close();
        }
    }

    /**
     * Looks at all of a picture, and keeps nothing of it.
     *
     * @param patience how long to wait while others are at it
     * @throws app.vstrivia.api.media.UnfitMedium if {@link #print} would not take it
     * @throws app.vstrivia.api.platform.bulkhead.AllTaken if they still are
     */
    void prove(Path original, Duration patience) throws IOException {
        PictureHeader header = Inspection.of(original);
        Seats.Seat seat = seats.take(patience);
        try (WorkFolder folder = new WorkFolder()) {
            PictureDecoder.decode(original, header, folder);
        } finally {
            seat.close();
        }
    }

    /** Whether a file that was printed is nothing but a picture, and no larger than what is shown of it. */
    static boolean isMaster(Path original) throws IOException {
        PictureHeader header = Inspection.of(original);
        return Math.max(header.width(), header.height()) <= PictureSize.LARGEST
                && header.format() == PictureFormat.JPEG
                && PlainJpeg.is(Inspection.map(original));
    }

    /** From the largest size on, each made of the one before, which is quicker and looks the same. */
    private static Print print(BufferedImage upright, PictureHeader header, WorkFolder folder) throws IOException {
        List<PictureSize> sizes = PictureSize.of(header.uprightWidth(), header.uprightHeight());
        Made made = make(upright, sizes, folder);
        return new Print(look(made.smallest(), header), made.files());
    }

    private static Made make(BufferedImage upright, List<PictureSize> sizes, WorkFolder folder) throws IOException {
        List<StoredFile> files = new ArrayList<>();
        BufferedImage image = upright;
        for (int i = sizes.size() - 1; i >= 0; i--) {
            PictureSize size = sizes.get(i);
            image = PictureEncoder.scaled(image, size);
            files.add(webp(image, size, folder));
            files.add(jpeg(image, size, folder));
        }
        return new Made(files, image);
    }

    /**
     * Leaves the middle of a picture in {@code folder}, cut to the shape of a cover.
     *
     * @param shown a file of our making
     * @return the largest first
     * @throws app.vstrivia.api.platform.bulkhead.AllTaken if others are at it
     */
    List<StoredFile> cut(Path shown, WorkFolder folder) throws IOException {
        PictureHeader header = Inspection.of(shown);
        Seats.Seat seat = seats.take();
        try {
            BufferedImage image = CoverShape.of(PictureDecoder.decode(shown, header, folder));
            return make(image, PictureSize.of(image.getWidth(), image.getHeight()), folder)
                    .files();
        } finally {
            seat.close();
        }
    }

    private static StoredFile webp(BufferedImage image, PictureSize size, WorkFolder folder) throws IOException {
        String name = size.name() + ".webp";
        PictureEncoder.webp(image, folder.file(name));
        return stored(name, "image/webp", size, folder);
    }

    private static StoredFile jpeg(BufferedImage image, PictureSize size, WorkFolder folder) throws IOException {
        String name = size.name() + ".jpg";
        PictureEncoder.jpeg(image, folder.file(name));
        return stored(name, "image/jpeg", size, folder);
    }

    private static StoredFile stored(String name, String type, PictureSize size, WorkFolder folder) throws IOException {
        return new StoredFile(name, type, size.width(), size.height(), Files.size(folder.file(name)));
    }

    private static Look look(BufferedImage image, PictureHeader header) throws IOException {
        double scale = Math.min(1, (double) SMALL / Math.max(image.getWidth(), image.getHeight()));
        BufferedImage small = PictureEncoder.scaled(
                image, new PictureSize(SMALL, Math.max(1, (int) Math.round(image.getWidth() * scale)), Math.max(1, (int)
                        Math.round(image.getHeight() * scale))));
        return new Look(header.uprightWidth(), header.uprightHeight(), BlurHash.of(small), DominantColor.of(small));
    }

    /** @param files the largest first */
    private record Made(List<StoredFile> files, BufferedImage smallest) {}

    /**
     * What was made of a picture.
     *
     * @param files the largest first
     */
    record Print(Look look, List<StoredFile> files) {
        /** For whoever looks at it: a JPEG of a hundred kilobytes or so. */
        String largestJpeg() {
            return files.stream()
                    .filter(file -> file.type().equals("image/jpeg"))
                    .findFirst()
                    .orElseThrow()
                    .name();
        }
    }
}
