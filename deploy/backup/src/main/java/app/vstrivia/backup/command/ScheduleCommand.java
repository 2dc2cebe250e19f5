package app.vstrivia.backup.command;

import app.vstrivia.backup.Progress;
import app.vstrivia.backup.Settings;
import app.vstrivia.backup.dump.Catalogue;
import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.watch.LastCheck;
import app.vstrivia.backup.watch.Notice;
import app.vstrivia.backup.watch.Rhythm;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * {@code deploy/backup/schedule}: a backup each night and a check each week, where nothing else has a timer. What was last done is
 * read from where backups are kept, so that a night that was missed is made up for, and none is done twice after a start.
 */
public final class ScheduleCommand {
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final Duration TRY_AGAIN = Duration.ofHours(1);

    /** So long after a backup the archiver has what a restore of it needs of the log. */
    private static final Duration SETTLED = Duration.ofMinutes(15);

    private final Settings settings;
    private final Progress progress;
    private final InstantSource clock;
    /** When it was last tried, by this process. */
    private final Map<String, Instant> tried = new HashMap<>();

    /** @param clock what time it is */
    public ScheduleCommand(Settings settings, Progress progress, InstantSource clock) {
        this.settings = settings;
        this.progress = progress;
        this.clock = clock;
    }

    /** Ends when it is interrupted, or at once if a setting is wrong. */
    public void run(List<String> arguments) throws InterruptedException {
        Words.parse(arguments, Set.of());
        Rhythm backup = settings.backupAt();
        Rhythm check = settings.checkAt();
        settings.database();
        settings.trial();
        settings.seal();
        progress.line("A backup at " + backup + ", a check at " + check + ", UTC; what was missed comes first.");
        while (true) {
            look();
            Thread.sleep(LOOK_EVERY.toMillis());
        }
    }

    /** Does the first of what is due now. */
    public void look() throws InterruptedException {
        Done done;
        try {
            done = done();
        } catch (IOException | RuntimeException failure) {
            attempt("look", () -> {
                throw failure;
            });
            return;
        }
        boolean tried = isDue(settings.backupAt(), done.backup())
                && attempt("backup", () -> new BackupCommand(settings, progress).run(List.of()));
        if (!tried && done.isToCheck(clock.instant()) && isDue(settings.checkAt(), done.check())) {
            attempt("check", () -> new CheckCommand(settings, progress).run(List.of("--replace", "--drop")));
        }
    }

    /** Of the place that is farthest from the database, as the archiver sees it. */
    private Done done() throws IOException {
        List<Place> places = settings.placesThatWork(progress::line);
        try {
            Place place = places.get(places.size() - 1);
            return new Done(
                    new Catalogue(place, note -> {})
                            .backups().stream()
                                    .findFirst()
                                    .map(backup -> backup.manifest().taken())
                                    .orElse(Instant.EPOCH),
                    LastCheck.of(place).map(LastCheck::time).orElse(Instant.EPOCH));
        } finally {
            places.forEach(Place::close);
        }
    }

    private boolean isDue(Rhythm rhythm, Instant last) {
        return last.isBefore(rhythm.lastBefore(clock.instant()));
    }

    /** A failure is told, and tried again after a while; false if that is yet to come. */
    private boolean attempt(String command, Callable<?> work) throws InterruptedException {
        Instant now = clock.instant();
        Instant last = tried.get(command);
        if (last != null && now.isBefore(last.plus(TRY_AGAIN))) {
            return false;
        }
        tried.put(command, now);
        try {
            work.call();
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception failure) {
            String text = "Backups: " + command + " failed. " + failure.getMessage();
            progress.line(text);
            new Notice(settings.noticeUrl()).tell(text);
        }
        return true;
    }

    /** When the newest backup was taken, and one was found good; the epoch for never. */
    private record Done(Instant backup, Instant check) {
        boolean isToCheck(Instant now) {
            return backup.isAfter(Instant.EPOCH) && backup.isBefore(now.minus(SETTLED));
        }
    }
}
