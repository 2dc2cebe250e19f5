package app.vstrivia.backup.place;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory. What is being written has a name that begins with a dot, and gets its own by one atomic move. */
public final class DirectoryPlace implements Place {
    private static final String PART = ".part";

    private final Path root;

    public DirectoryPlace(Path root) throws IOException {
        this.root = Files.createDirectories(root.toAbsolutePath().normalize());
        if (!Files.isWritable(this.root)) {
            throw new IOException(this.root + " cannot be written to");
        }
    }

    public Path root() {
        return root;
    }

    /** For what is being written, in the directory where it is to stay. */
    public Path newPart() throws IOException {
        return Files.createTempFile(root, ".new", PART);
    }

    /** Deletes what was being written before that moment and never finished, when this process was ended. */
    public void deleteParts(Instant before) throws IOException {
        List<Path> parts;
        try (Stream<Path> walk = Files.walk(root)) {
            parts = walk.filter(file -> file.getFileName().toString().matches("\\..*\\" + PART))
                    .toList();
        }
        for (Path part : parts) {
            if (Files.getLastModifiedTime(part).toInstant().isBefore(before)) {
                Files.deleteIfExists(part);
            }
        }
    }

    @Override
    public String name() {
        return root.toString();
    }

    @Override
    public List<Stored> list(String prefix) throws IOException {
        Path folder = at(prefix);
        List<Stored> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
        for (Path file : files) {
            try {
                String key = root.relativize(file).toString().replace('\\', '/');
                found.add(new Stored(
                        key, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
            } catch (NoSuchFileException gone) {
                // Deleted since the walk: as if it had never been listed.
                continue;
            }
        }
        found.sort(Comparator.comparing(Stored::key));
        return found;
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(at(key));
    }

    @Override
    public void put(String key, byte[] content) throws IOException {
        Path target = prepared(key);
        Path part = part(target);
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            // Where there is no room any more, half a file is not to take more of it.
            Files.deleteIfExists(part);
        }
        force(target.getParent());
    }

    @Override
    public void put(String key, Path file) throws IOException {
        Path target = prepared(key);
        Path part = part(target);
        try {
            Files.move(file, part, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            copy(file, part);
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        force(target.getParent());
    }

    private static void copy(Path file, Path part) throws IOException {
        try {
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            Files.deleteIfExists(part);
            throw failure;
        }
    }

    @Override
    public void delete(String key) throws IOException {
        Path file = at(key);
        Files.deleteIfExists(file);
        Path folder = file.getParent();
        if (!folder.equals(root) && Files.isDirectory(folder) && isEmpty(folder)) {
            Files.deleteIfExists(folder);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private Path prepared(String key) throws IOException {
        Path target = at(key);
        Files.createDirectories(target.getParent());
        return target;
    }

    private static Path part(Path target) {
        return target.resolveSibling("." + target.getFileName() + PART);
    }

    /** Makes the move itself last. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path at(String key) {
        Path path = root.resolve(key).normalize();
        if (!path.startsWith(root)) {
            throw new IllegalArgumentException("not a key: " + key);
        }
        return path;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
