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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * From what a database is made again: a dump that was read and found whole, and the log after it.
 *
 * @param chain empty if the dump alone is wanted
 * @param passedOver what is wrong with dumps as new as this one or newer, and with places; one sentence each
 */
public record Plan(Backup backup, Optional<LogChain> chain, List<String> passedOver) {

    /**
     * What is wanted.
     *
     * @param at nothing that was committed then or later; empty for all that there is
     * @param id of the dump to begin with; empty for the newest that serves
     * @param withLog whether the log after it is wanted
     */
    public record Wish(Optional<Instant> at, Optional<String> id, boolean withLog) {
        private boolean allows(Manifest manifest) {
            return (id.isEmpty() || id.get().equals(manifest.id()))
                    && (at.isEmpty() || !manifest.taken().isAfter(at.get()));
        }

        private String described() {
            return id.map(of -> " " + of).orElse("")
                    + at.map(time -> " that was made before " + time).orElse("");
        }
    }

    /**
     * The newest dump before {@code at} that is whole, wherever it is kept, with the log up to then.
     *
     * @param notes told what is passed over, and why
     * @throws CommandFailure if there is none, if the log has a gap before {@code at}, or if a key is missing
     * @throws IOException if a place does not answer that may have what is wanted
     */
    public static Plan make(List<Place> places, Seal seal, Wish wish, Consumer<String> notes) throws IOException {
        Candidates candidates = Candidates.of(places, wish, notes);
        List<String> passedOver = new ArrayList<>(candidates.away());
        for (Backup candidate : candidates.backups()) {
            Manifest manifest = candidate.manifest();
            seal.requireKey(manifest.keyId(), "The backup " + manifest.id());
            Optional<LogChain> chain =
                    wish.withLog() ? Optional.of(chain(places, manifest, wish.at(), notes)) : Optional.empty();
            chain.ifPresent(of -> of.require(wish.at()));
            try {
                candidate.verify();
            } catch (IOException damaged) {
                String text = candidate + " is passed over: " + damaged.getMessage();
                notes.accept(text);
                passedOver.add(text);
                continue;
            }
            candidates.doubtful().forEach((id, text) -> {
                if (id.compareTo(manifest.id()) >= 0) {
                    passedOver.add(text);
                }
            });
            return new Plan(candidate, chain, passedOver);
        }
        throw new CommandFailure(
                ExitCode.NO_BACKUP,
                "There is no whole backup" + wish.described() + " in "
                        + String.join(", ", places.stream().map(Place::name).toList())
                        + (candidates.backups().isEmpty() ? "." : "; those that there were are damaged."));
    }

    /**
     * What may be restored.
     *
     * @param backups the newest first
     * @param doubtful what is said of those that nobody can say more of, by their identifiers
     * @param away what is said of the places that did not answer
     */
    private record Candidates(List<Backup> backups, Map<String, String> doubtful, List<String> away) {
        static Candidates of(List<Place> places, Wish wish, Consumer<String> notes) throws IOException {
            List<Backup> all = new ArrayList<>();
            Map<String, String> doubtful = new TreeMap<>();
            List<String> away = new ArrayList<>();
            for (Place place : places) {
                try {
                    Catalogue.Found found = new Catalogue(place, notes).look();
                    all.addAll(found.backups());
                    found.doubtful().forEach(id -> doubtful.put(id, id + " in " + place.name() + " cannot be used."));
                } catch (IOException failure) {
                    // The other place may have all that is needed.
                    if (away.size() + 1 == places.size()) {
                        throw failure;
                    }
                    String text = place.name() + " is passed over: " + failure.getMessage();
                    notes.accept(text);
                    away.add(text);
                }
            }
            return new Candidates(
                    all.stream()
                            .filter(backup -> wish.allows(backup.manifest()))
                            .sorted(Comparator.comparing(
                                            (Backup backup) -> backup.manifest().taken())
                                    .reversed())
                            .toList(),
                    doubtful,
                    away);
        }
    }

    /**
     * That of the place where it goes on the longest. Where a place does not answer, that is known only of a time that the others
     * reach.
     */
    private static LogChain chain(List<Place> places, Manifest manifest, Optional<Instant> at, Consumer<String> notes)
            throws IOException {
        LogChain best = null;
        Map<String, Instant> others = new TreeMap<>();
        IOException failure = null;
        for (Place place : places) {
            try {
                LogIndex index = LogIndex.read(place, manifest.server());
                LogChain chain = LogChain.of(index, manifest.taken(), manifest.logFile(), manifest.logPosition());
                if (best == null || chain.until().isAfter(best.until())) {
                    best = chain;
                }
                LogIndex.others(place, manifest.server())
                        .forEach((server, last) ->
                                others.merge(server, last, (one, other) -> one.isAfter(other) ? one : other));
            } catch (IOException away) {
                failure = new IOException(
                        "Which log there is in " + place.name() + " cannot be seen (" + away.getMessage()
                                + "), and it may go on longer than elsewhere. Try again; if that place is lost, leave it out"
                                + " of the settings.",
                        away);
            }
        }
        if (failure != null) {
            if (best == null || at.isEmpty() || best.until().isBefore(at.get())) {
                throw failure;
            }
            notes.accept(failure.getMessage());
        }
        return best.before(others);
    }
}
