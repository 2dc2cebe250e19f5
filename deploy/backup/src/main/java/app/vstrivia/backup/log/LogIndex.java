package app.vstrivia.backup.log;

import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.place.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a place has of the binary logs of one server, by the names alone. */
public final class LogIndex {
    private static final Comparator<LogFile> ORDER =
            Comparator.comparing(LogFile::started).thenComparing(file -> LogFile.number(file.name()));

    private final Place place;
    private final Map<LogFile, List<Piece>> pieces = new TreeMap<>(ORDER);
    private final Map<String, Stored> stored = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    private LogIndex(Place place) {
        this.place = place;
    }

    public static LogIndex read(Place place, String server) throws IOException {
        LogIndex index = new LogIndex(place);
        String folder = LogFile.folder(server);
        for (Stored stored : place.list(folder)) {
            String[] parts = stored.key().substring(folder.length()).split("/");
            if (parts.length != 2) {
                continue;
            }
            index.stored.put(stored.key(), stored);
            Optional<LogFile> file = LogFile.parse(server, parts[0]);
            file.ifPresent(of -> {
                List<Piece> found = index.pieces.computeIfAbsent(of, none -> new ArrayList<>());
                Piece.parse(of, parts[1]).ifPresent(found::add);
            });
        }
        place.list(LogFile.seenFolder(server)).forEach(stored -> index.seen.add(stored.key()));
        index.pieces.values().forEach(found -> found.sort(Comparator.comparing(Piece::start)));
        return index;
    }

    /** Of each other server of which logs are here: when the last commit in them was, in seconds; 1970 if there was none. */
    public static Map<String, Instant> others(Place place, String server) throws IOException {
        Map<String, Instant> others = new TreeMap<>();
        for (Stored stored : place.list(LogFile.FOLDER)) {
            String[] parts = stored.key().substring(LogFile.FOLDER.length()).split("/");
            if (parts.length != 3 || parts[0].equals(server)) {
                continue;
            }
            LogFile.parse(parts[0], parts[1])
                    .flatMap(file -> Piece.parse(file, parts[2]))
                    .ifPresent(piece -> others.merge(
                            parts[0],
                            Instant.ofEpochSecond(piece.until()),
                            (one, other) -> one.isAfter(other) ? one : other));
        }
        return others;
    }

    Place place() {
        return place;
    }

    /** The oldest first. */
    List<LogFile> files() {
        return new ArrayList<>(pieces.keySet());
    }

    /** In their order; two archivers at once keep some of it twice. */
    List<Piece> pieces(LogFile file) {
        return pieces.getOrDefault(file, List.of());
    }

    /** Those that join each other from the beginning of the log on, as far as that goes. */
    List<Piece> joined(LogFile file) {
        Map<Long, Piece> byEnd = new TreeMap<>();
        for (Piece piece : pieces(file)) {
            if (piece.start() == 0 || byEnd.containsKey(piece.start())) {
                byEnd.putIfAbsent(piece.end(), piece);
            }
        }
        LinkedList<Piece> joined = new LinkedList<>();
        for (long end = end(byEnd); end > 0; end = joined.getFirst().start()) {
            joined.addFirst(byEnd.get(end));
        }
        return joined;
    }

    private static long end(Map<Long, Piece> byEnd) {
        return byEnd.keySet().stream().max(Comparator.naturalOrder()).orElse(0L);
    }

    /** The newest log, of which something is here. */
    Optional<LogFile> newest() {
        List<LogFile> files =
                files().stream().filter(file -> !pieces(file).isEmpty()).toList();
        return files.isEmpty() ? Optional.empty() : Optional.of(files.get(files.size() - 1));
    }

    /** Where those end. */
    long end(LogFile file) {
        List<Piece> joined = joined(file);
        return joined.isEmpty() ? 0 : joined.get(joined.size() - 1).end();
    }

    /** What was noted last of a log. */
    Optional<Seen> seen(LogFile file) throws IOException {
        if (!seen.contains(file.seenKey())) {
            return Optional.empty();
        }
        try (InputStream in = place.open(file.seenKey())) {
            return Optional.of(Seen.read(in.readAllBytes()));
        }
    }

    /**
     * Deletes the logs that ended before {@code oldest}: those that another one followed that had begun before. What the place's
     * lock still keeps is left for later. Answers how many there were.
     */
    public int deleteBefore(Instant oldest, Instant now) throws IOException {
        List<LogFile> files = files();
        int deleted = 0;
        for (int i = 0; i + 1 < files.size(); i++) {
            if (files.get(i + 1).started().isBefore(oldest) && !isLocked(files.get(i), now)) {
                delete(files.get(i));
                deleted++;
            }
        }
        return deleted;
    }

    private boolean isLocked(LogFile file, Instant now) {
        return pieces(file).stream().anyMatch(piece -> place.isLocked(stored.get(piece.key()), now));
    }

    private void delete(LogFile file) throws IOException {
        for (Piece piece : pieces(file)) {
            place.delete(piece.key());
        }
        if (seen.contains(file.seenKey())) {
            place.delete(file.seenKey());
        }
    }
}
