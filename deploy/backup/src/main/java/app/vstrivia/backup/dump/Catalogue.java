package app.vstrivia.backup.dump;

import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.place.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The dumps of a place. What has no manifest, or not the size that its manifest says, is not restored from. */
public final class Catalogue {
    /** A dump that has no manifest after this time never gets one. */
    private static final Duration ABANDONED = Duration.ofHours(24);

    private final Place place;
    private final Consumer<String> notes;

    /** @param notes told what is left out, and why */
    public Catalogue(Place place, Consumer<String> notes) {
        this.place = place;
        this.notes = notes;
    }

    /**
     * What a place has.
     *
     * @param backups the newest first
     * @param unfinished the identifiers of those without a manifest
     * @param doubtful the identifiers of those of which it cannot be said: their manifest cannot be read, or is not of what is
     *     there. They may be good, for a newer version of this program or once the place answers again, and are never deleted
     */
    public record Found(List<Backup> backups, List<String> unfinished, List<String> doubtful) {}

    /** The newest first. */
    public List<Backup> backups() throws IOException {
        return look().backups();
    }

    public Found look() throws IOException {
        return look(files());
    }

    private Found look(Map<String, Stored> files) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String id : ids(files)) {
            if (!files.containsKey(Manifest.manifestKey(id))) {
                notes.accept(id + " in " + place.name() + " is not whole and left out: it has no manifest.");
                found.unfinished().add(id);
                continue;
            }
            Manifest manifest;
            try (InputStream in = place.open(Manifest.manifestKey(id))) {
                manifest = Manifest.read(in.readAllBytes());
            } catch (IOException unreadable) {
                notes.accept(id + " in " + place.name() + " is left out: its manifest cannot be read ("
                        + unreadable.getMessage() + ").");
                found.doubtful().add(id);
                continue;
            }
            Stored dump = files.get(Manifest.dumpKey(id));
            if (dump == null || dump.size() != manifest.size() || !manifest.id().equals(id)) {
                notes.accept(id + " in " + place.name() + " is left out: its dump is not what its manifest says.");
                found.doubtful().add(id);
                continue;
            }
            found.backups().add(new Backup(place, manifest));
        }
        found.backups()
                .sort(Comparator.comparing((Backup backup) -> backup.manifest().taken())
                        .reversed());
        return found;
    }

    /** The dump first and then its manifest, which makes it one. */
    public void add(Manifest manifest, Path dump) throws IOException {
        place.put(manifest.dumpKey(), dump);
        place.put(Manifest.manifestKey(manifest.id()), manifest.toJson());
    }

    /**
     * Deletes the dumps that {@link Retention} does not keep, and what was never finished; what the place's lock still keeps is left
     * for later. Answers the identifiers of the former.
     */
    public List<String> retain(Instant now) throws IOException {
        // One look: what is finished meanwhile was not seen as unfinished by an older one.
        Map<String, Stored> files = files();
        Found found = look(files);
        Set<Retention.Taken> kept = Retention.kept(found.backups().stream()
                .map(backup -> Retention.Taken.of(backup.manifest()))
                .toList());
        List<String> deleted = new ArrayList<>();
        for (Backup backup : found.backups()) {
            if (!kept.contains(Retention.Taken.of(backup.manifest()))
                    && filesOf(backup.manifest().id(), files).noneMatch(file -> place.isLocked(file, now))) {
                delete(backup.manifest().id());
                deleted.add(backup.manifest().id());
            }
        }
        for (String id : found.unfinished()) {
            boolean old = filesOf(id, files)
                    .allMatch(file -> file.modified().isBefore(now.minus(ABANDONED)) && !place.isLocked(file, now));
            // Without a whole one beside it, even half a dump may be all that there is.
            if (old && !found.backups().isEmpty()) {
                delete(id);
            }
        }
        return deleted;
    }

    private static Stream<Stored> filesOf(String id, Map<String, Stored> files) {
        return files.values().stream().filter(file -> file.key().startsWith(Manifest.FOLDER + id + "/"));
    }

    /** The manifest first: without it the rest is nothing. */
    private void delete(String id) throws IOException {
        place.delete(Manifest.manifestKey(id));
        place.delete(Manifest.dumpKey(id));
    }

    private Map<String, Stored> files() throws IOException {
        Map<String, Stored> files = new HashMap<>();
        for (Stored file : place.list(Manifest.FOLDER)) {
            files.put(file.key(), file);
        }
        return files;
    }

    private static List<String> ids(Map<String, Stored> files) {
        return files.keySet().stream()
                .map(key -> key.split("/"))
                .filter(parts -> parts.length == 3)
                .map(parts -> parts[1])
                .distinct()
                .sorted()
                .toList();
    }
}
