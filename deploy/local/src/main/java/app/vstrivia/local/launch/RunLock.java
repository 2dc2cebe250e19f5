package app.vstrivia.local.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * One system on one data directory. The lock is the operating system's, so that it goes with its owner
 * however that one ends; beside it stands who holds it and where it listens.
 */
final class RunLock implements AutoCloseable {
    private final Path record;
    private final FileChannel channel;

    private RunLock(Path record, FileChannel channel) {
        this.record = record;
        this.channel = channel;
    }

    /** Empty if another process holds the lock. */
    static Optional<RunLock> acquire(Path data) throws IOException {
        Files.createDirectories(data);
        FileChannel channel = FileChannel.open(
                data.resolve("run.lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (lock(channel) == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new RunLock(data.resolve("run.properties"), channel));
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    void describe(RunningSystem system) throws IOException {
        Properties properties = system.toProperties();
        try (var out = Files.newOutputStream(record)) {
            properties.store(out, null);
        }
    }

    /** Who holds the lock; empty if nobody does. */
    static Optional<RunningSystem> holder(Path data) throws IOException {
        if (!Files.exists(data.resolve("run.lock"))) {
            return Optional.empty();
        }
        Optional<RunLock> free = acquire(data);
        if (free.isPresent()) {
            free.get().close();
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var in = Files.newInputStream(data.resolve("run.properties"))) {
            properties.load(in);
        }
        return Optional.of(RunningSystem.of(properties));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(record);
        channel.close();
    }
}
