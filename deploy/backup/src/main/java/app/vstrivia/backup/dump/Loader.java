package app.vstrivia.backup.dump;

import app.vstrivia.backup.Progress;
import app.vstrivia.backup.database.Programs;
import app.vstrivia.backup.database.Running;
import app.vstrivia.backup.database.Server;
import app.vstrivia.backup.seal.Seal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/** Loads a dump into a database, by the server's own program. */
public final class Loader {
    private static final int BUFFER = 1 << 16;

    private final Server server;
    private final Programs programs;
    private final Seal seal;

    public Loader(Server server, Programs programs, Seal seal) {
        this.server = server;
        this.programs = programs;
        this.seal = seal;
    }

    /** Answers how many bytes of statements there were. @throws IOException if not all of it could be loaded */
    public long load(Backup backup, Progress progress) throws IOException, InterruptedException {
        Manifest manifest = backup.manifest();
        AtomicLong bytes = new AtomicLong();
        progress.state(() -> Progress.size(bytes.get()) + " of " + Progress.size(manifest.plainSize()));
        Path account = programs.account(server);
        try (Running program = Running.start(programs.load(account, server))) {
            try (InputStream sealed = new BufferedInputStream(backup.place().open(manifest.dumpKey()), BUFFER);
                    InputStream packed = seal.opening(sealed, manifest.dumpKey());
                    InputStream plain = new GZIPInputStream(packed, BUFFER)) {
                copy(plain, program, bytes);
            }
            program.awaitSuccess();
        } finally {
            Files.deleteIfExists(account);
        }
        if (bytes.get() != manifest.plainSize()) {
            throw new IOException(
                    "The dump had " + bytes + " bytes of " + manifest.plainSize() + "; the database is not whole.");
        }
        return bytes.get();
    }

    private static void copy(InputStream from, Running program, AtomicLong bytes)
            throws IOException, InterruptedException {
        byte[] buffer = new byte[BUFFER];
        OutputStream to = program.input();
        for (int size = from.read(buffer); size >= 0; size = from.read(buffer)) {
            give(to, buffer, size, program);
            bytes.addAndGet(size);
        }
        to.close();
    }

    private static void give(OutputStream to, byte[] buffer, int size, Running program)
            throws IOException, InterruptedException {
        try {
            to.write(buffer, 0, size);
            to.flush();
        } catch (IOException closed) {
            // The program ended: it says why.
            program.awaitSuccess();
            throw closed;
        }
    }
}
