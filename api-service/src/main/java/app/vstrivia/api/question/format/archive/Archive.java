package app.vstrivia.api.question.format.archive;

import app.vstrivia.api.question.format.QuestionFile;
import app.vstrivia.api.question.format.UnreadableFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip that was looked through before anything of it is used: names, number and true sizes of its files. */
public final class Archive implements Closeable {
    /** What a zip may hold, and what one that we write holds. */
    public static final int MOST_FILES = 5000;

    static final long LARGEST = 256L << 20;

    private final long largest;
    private final Path path;
    private final ZipFile zip;

    private Archive(long largest, Path path, ZipFile zip) {
        this.largest = largest;
        this.path = path;
        this.zip = zip;
    }

    /**
     * Opens a zip.
     *
     * @throws UnreadableFile if it is none, or not one to trust
     */
    public static Archive open(QuestionFile file) throws IOException {
        return open(file, LARGEST);
    }

    /**
     * Opens a zip that is to be read on the heap.
     *
     * @param largest in bytes, of all its files together
     * @throws UnreadableFile if it is none, or not one to trust
     */
    public static Archive open(QuestionFile file, long largest) throws IOException {
        Path path = Files.createTempFile("archive", ".zip");
        try (InputStream bytes = file.open()) {
            Files.copy(bytes, path, StandardCopyOption.REPLACE_EXISTING);
            Archive archive = new Archive(largest, path, new ZipFile(path.toFile()));
            try {
                archive.check();
                return archive;
            } catch (IOException | RuntimeException e) {
                archive.zip.close();
                throw e;
            }
        } catch (ZipException e) {
            Files.deleteIfExists(path);
            throw new UnreadableFile(1, "The zip is damaged: " + e.getMessage() + ".");
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    public boolean has(String name) {
        ZipEntry entry = zip.getEntry(name);
        return entry != null && !entry.isDirectory();
    }

    /** Of its files. */
    public List<String> names() {
        return zip.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .toList();
    }

    /** The bytes of the file of that name, which is there. */
    public InputStream open(String name) throws IOException {
        return inflated(zip.getEntry(name));
    }

    /** The zip itself, for those who can read nothing else. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        zip.close();
        Files.deleteIfExists(path);
    }

    /** Inflates everything once: what a zip says of its sizes may be a lie. */
    private void check() throws IOException {
        Set<String> names = new HashSet<>();
        long total = 0;
        var entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (names.size() == MOST_FILES) {
                throw new UnreadableFile(1, "The zip holds more than " + MOST_FILES + " files.");
            }
            if (!EntryName.isSafe(entry.getName())) {
                throw new UnreadableFile(1, "The zip holds a name that may lead out of it.");
            }
            if (!names.add(entry.getName())) {
                throw new UnreadableFile(1, "The zip holds two files of one name.");
            }
            try (InputStream bytes = inflated(entry)) {
                total += bytes.transferTo(OutputStream.nullOutputStream());
            }
            if (total > largest) {
                throw new UnreadableFile(1, "The zip inflates to more than " + (largest >> 20) + " MB.");
            }
        }
    }

    private InputStream inflated(ZipEntry entry) throws IOException {
        return new BoundedInflation(zip.getInputStream(entry), entry.getCompressedSize());
    }
}
