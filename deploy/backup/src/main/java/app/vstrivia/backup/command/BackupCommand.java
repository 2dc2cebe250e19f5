package app.vstrivia.backup.command;

import app.vstrivia.backup.CommandFailure;
import app.vstrivia.backup.ExitCode;
import app.vstrivia.backup.Progress;
import app.vstrivia.backup.Settings;
import app.vstrivia.backup.database.Facts;
import app.vstrivia.backup.database.Programs;
import app.vstrivia.backup.database.Server;
import app.vstrivia.backup.dump.Backup;
import app.vstrivia.backup.dump.Catalogue;
import app.vstrivia.backup.dump.Dumper;
import app.vstrivia.backup.dump.Manifest;
import app.vstrivia.backup.dump.Retention;
import app.vstrivia.backup.log.LogIndex;
import app.vstrivia.backup.place.DirectoryPlace;
import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.seal.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code deploy/backup/backup}: a dump to all places, then the retention on each. */
public final class BackupCommand {
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Settings settings;
    private final Progress progress;

    public BackupCommand(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    public ExitCode run(List<String> arguments) throws Exception {
        Words.parse(arguments, Set.of());
        Server server = settings.database();
        Seal seal = settings.seal();
        List<String> failures = new ArrayList<>();
        List<Place> places = settings.placesThatWork(failures::add);
        try (Connection connection = server.connect()) {
            Facts facts = Facts.of(connection);
            facts.logTrouble(connection).ifPresent(trouble -> {
                throw new CommandFailure(ExitCode.FAILED, trouble);
            });
            progress.line("Backing up " + server + " (" + facts.flavour() + " " + facts.version() + ")");
            Dumper dumper = new Dumper(server, new Programs(settings.programs(), facts), facts, seal);
            Optional<String> id = take(dumper, connection, places, failures);
            // Also without a new one: it may be for what is old that there is no room.
            for (Place place : places) {
                progress.step("Retention", text -> text, () -> retain(place, failures));
            }
            if (!failures.isEmpty()) {
                throw new CommandFailure(ExitCode.FAILED, String.join("\n", failures));
            }
            progress.line("Backup " + id.orElseThrow() + " is there.");
            return ExitCode.OK;
        } finally {
            places.forEach(Place::close);
        }
    }

    /** Where the directory has no room for the dump, it is written elsewhere, for the bucket. Answers its identifier. */
    private Optional<String> take(Dumper dumper, Connection connection, List<Place> places, List<String> failures)
            throws SQLException, InterruptedException {
        for (Optional<DirectoryPlace> directory : stages(places)) {
            try {
                return Optional.of(take(dumper, connection, directory, places, failures));
            } catch (IOException failure) {
                failures.add("The dump failed"
                        + directory.map(of -> " in " + of.name()).orElse("") + ": " + failure.getMessage());
            }
        }
        return Optional.empty();
    }

    private String take(
            Dumper dumper,
            Connection connection,
            Optional<DirectoryPlace> directory,
            List<Place> places,
            List<String> failures)
            throws IOException, SQLException, InterruptedException {
        Path file = stagingFile(directory);
        try {
            Manifest manifest =
                    progress.step("Dump", BackupCommand::described, () -> dumper.dump(connection, file, progress));
            failures.addAll(keep(manifest, file, places));
            return manifest.id();
        } catch (IOException | SQLException | InterruptedException | RuntimeException failure) {
            throw failure;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Where to write a dump, one after the other: a directory, or where the machine has room. */
    private static List<Optional<DirectoryPlace>> stages(List<Place> places) {
        List<Optional<DirectoryPlace>> stages = new ArrayList<>();
        for (Place place : places) {
            stages.add(place instanceof DirectoryPlace directory ? Optional.of(directory) : Optional.empty());
        }
        return stages;
    }

    /** In the directory where it is to stay, if there is one: it then only gets its name. */
    private static Path stagingFile(Optional<DirectoryPlace> directory) throws IOException {
        if (directory.isEmpty()) {
            return Files.createTempFile("dump", ".part");
        }
        directory.get().deleteParts(Instant.now().minus(ABANDONED));
        return directory.get().newPart();
    }

    /** To the directory last, which takes the file. One place that fails does not keep the other from having it. */
    private List<String> keep(Manifest manifest, Path file, List<Place> places) throws Exception {
        List<String> failures = new ArrayList<>();
        for (int i = places.size() - 1; i >= 0; i--) {
            Place place = places.get(i);
            try {
                progress.step("Keep", text -> text, () -> {
                    new Catalogue(place, progress::line).add(manifest, file);
                    return place.name();
                });
            } catch (IOException failure) {
                failures.add("The backup is not in " + place.name() + ": " + failure.getMessage());
            }
        }
        return failures;
    }

    private String retain(Place place, List<String> failures) {
        try {
            Catalogue catalogue = new Catalogue(place, progress::line);
            List<String> deleted = catalogue.retain(Instant.now());
            Catalogue.Found found = catalogue.look();
            List<Backup> left = found.backups();
            if (!found.doubtful().isEmpty()) {
                failures.add(
                        String.join(", ", found.doubtful()) + " in " + place.name()
                                + " cannot be used, and is kept. Look at what was said above; what is no backup, delete by hand.");
            }
            return left.size() + " kept, " + deleted.size() + " deleted, " + deleteLogs(place, left)
                    + " logs deleted in " + place.name();
        } catch (IOException failure) {
            failures.add("What is old stays in " + place.name() + ": " + failure.getMessage());
            return "";
        }
    }

    /** Logs are kept as far back as there is a dump of each day. */
    private static int deleteLogs(Place place, List<Backup> left) throws IOException {
        Instant oldest =
                Retention.daily(left.stream()
                                .map(backup -> Retention.Taken.of(backup.manifest()))
                                .toList())
                        .stream()
                        .map(Retention.Taken::at)
                        .min(Instant::compareTo)
                        .orElse(Instant.EPOCH);
        int deleted = 0;
        for (String server : left.stream()
                .map(backup -> backup.manifest().server())
                .distinct()
                .toList()) {
            deleted += LogIndex.read(place, server).deleteBefore(oldest, Instant.now());
        }
        return deleted;
    }

    private static String described(Manifest manifest) {
        long rows = manifest.rows().values().stream().mapToLong(Long::longValue).sum();
        return manifest.rows().size() + " tables, " + rows + " rows, " + Progress.size(manifest.plainSize())
                + ", sealed " + Progress.size(manifest.size()) + ", at " + manifest.logFile() + ":"
                + manifest.logPosition();
    }
}
