package app.vstrivia.backup.restore;

import app.vstrivia.backup.CommandFailure;
import app.vstrivia.backup.ExitCode;
import app.vstrivia.backup.dump.Backup;
import app.vstrivia.backup.dump.Catalogue;
import app.vstrivia.backup.dump.Manifest;
import app.vstrivia.backup.log.LogChain;
import app.vstrivia.backup.log.LogIndex;
import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.seal.Seal;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * From what a database is made again: a dump that was read and found whole, and the log after it.
 *
 * @param chain empty if the dump alone is wanted
 */
public record Plan(Backup backup, Optional<LogChain> chain) {

    /**
     * The newest dump before {@code at} that is whole, wherever it is kept, with the log up to then.
     *
     * @param notes told what is passed over, and why
     * @throws CommandFailure if there is none, if the log has a gap before {@code at}, or if a key is missing
     */
    public static Plan make(
            List<Place> places, Seal seal, Optional<Instant> at, boolean withLog, Consumer<String> notes)
            throws IOException {
        List<Backup> candidates = candidates(places, at, notes);
        for (Backup candidate : candidates) {
            Manifest manifest = candidate.manifest();
            seal.requireKey(manifest.keyId(), "The backup " + manifest.id());
            Optional<LogChain> chain = withLog ? Optional.of(chain(places, manifest)) : Optional.empty();
            chain.ifPresent(of -> of.require(at));
            try {
                candidate.verify();
                return new Plan(candidate, chain);
            } catch (IOException damaged) {
                notes.accept(candidate + " is passed over: " + damaged.getMessage());
            }
        }
        throw new CommandFailure(
                ExitCode.NO_BACKUP,
                "There is no whole backup"
                        + at.map(time -> " that was made before " + time).orElse("") + " in "
                        + String.join(", ", places.stream().map(Place::name).toList())
                        + (candidates.isEmpty() ? "." : "; those that there were are damaged."));
    }

    private static List<Backup> candidates(List<Place> places, Optional<Instant> at, Consumer<String> notes)
            throws IOException {
        List<Backup> all = new ArrayList<>();
        for (Place place : places) {
            try {
                all.addAll(new Catalogue(place, notes).backups());
            } catch (IOException away) {
                // The other place may have all that is needed.
                if (places.size() == 1) {
                    throw away;
                }
                notes.accept(place.name() + " is passed over: " + away.getMessage());
            }
        }
        return all.stream()
                .filter(backup -> at.isEmpty() || !backup.manifest().taken().isAfter(at.get()))
                .sorted(Comparator.comparing(
                                (Backup backup) -> backup.manifest().taken())
                        .reversed())
                .toList();
    }

    /** That of the place where it goes on the longest. */
    private static LogChain chain(List<Place> places, Manifest manifest) throws IOException {
        LogChain best = null;
        IOException failure = null;
        for (Place place : places) {
            try {
                LogIndex index = LogIndex.read(place, manifest.server());
                LogChain chain = LogChain.of(index, manifest.taken(), manifest.logFile(), manifest.logPosition());
                if (best == null || chain.until().isAfter(best.until())) {
                    best = chain;
                }
            } catch (IOException away) {
                failure = away;
            }
        }
        if (best == null) {
            throw failure == null ? new IOException("no place to look for the binary log") : failure;
        }
        return best;
    }
}
