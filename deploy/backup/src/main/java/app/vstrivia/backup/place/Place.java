package app.vstrivia.backup.place;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Keeps files under keys such as {@code dumps/20260131T020000Z/manifest.json}. A key is there in whole or not at all. */
public interface Place extends AutoCloseable {
    /** What the user calls it. */
    String name();

    /** All whose key begins with {@code prefix}, which ends with a slash, in the order of the keys. */
    List<Stored> list(String prefix) throws IOException;

    /** @throws IOException also if there is nothing under the key */
    InputStream open(String key) throws IOException;

    void put(String key, byte[] content) throws IOException;

    /** Keeps the content of a file, and may take the file itself: it may be gone afterwards. */
    void put(String key, Path file) throws IOException;

    /** Nothing if it is not there. */
    void delete(String key) throws IOException;

    /** Whether a lock keeps it from being deleted or written anew, so that nobody should try. */
    default boolean isLocked(Stored stored, Instant now) {
        return false;
    }

    @Override
    void close();
}
