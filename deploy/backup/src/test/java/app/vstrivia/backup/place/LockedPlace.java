package app.vstrivia.backup.place;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A place that refuses to delete what was put there within a time, as a bucket with a lock does. */
public final class LockedPlace implements Place {
    private final Place place;
    private final Duration lock;

    public LockedPlace(Place place, Duration lock) {
        this.place = place;
        this.lock = lock;
    }

    @Override
    public boolean isLocked(Stored stored, Instant now) {
        return stored.modified().plus(lock).isAfter(now);
    }

    @Override
    public void delete(String key) throws IOException {
        place.delete(key);
    }

    @Override
    public String name() {
        return place.name();
    }

    @Override
    public List<Stored> list(String prefix) throws IOException {
        return place.list(prefix);
    }

    @Override
    public InputStream open(String key) throws IOException {
        return place.open(key);
    }

    @Override
    public void put(String key, byte[] content) throws IOException {
        place.put(key, content);
    }

    @Override
    public void put(String key, Path file) throws IOException {
        place.put(key, file);
    }

    @Override
    public void close() {
        place.close();
    }
}
