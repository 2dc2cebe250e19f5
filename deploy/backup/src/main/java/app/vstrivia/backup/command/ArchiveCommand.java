package app.vstrivia.backup.command;

import app.vstrivia.backup.ExitCode;
import app.vstrivia.backup.Progress;
import app.vstrivia.backup.Settings;
import app.vstrivia.backup.database.Server;
import app.vstrivia.backup.dump.Backup;
import app.vstrivia.backup.dump.Catalogue;
import app.vstrivia.backup.dump.Manifest;
import app.vstrivia.backup.log.Archiver;
import app.vstrivia.backup.log.LogChain;
import app.vstrivia.backup.log.LogIndex;
import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.watch.Figures;
import app.vstrivia.backup.watch.LastCheck;
import app.vstrivia.backup.watch.Notice;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** {@code deploy/backup/archive}: keeps the binary log until it is told to end, and says how backups are. */
public final class ArchiveCommand {
    private static final int LOOK_EVERY_SECONDS = 300;
    private static final int GAP_EVERY_LOOKS = 6;
    private static final int FIGURES_EVERY_SECONDS = 5;
    private static final int GRACE_SECONDS = 20;

    private final Settings settings;
    private final Progress progress;
    /** Of the thread that looks: the backup after which the log had no gap when it was last read. */
    private String seenFor = "";

    private int looks;

    public ArchiveCommand(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    public ExitCode run(List<String> arguments) throws Exception {
        Words.parse(arguments, Set.of());
        Server server = settings.database();
        Notice notice = new Notice(settings.noticeUrl());
        List<Place> places = settings.placesThatWork(progress::line);
        // The one that is farthest from the database: its volume may be lost with it.
        Place place = places.get(places.size() - 1);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        CountDownLatch ended = new CountDownLatch(1);
        try (Figures figures = new Figures(settings.figuresPort())) {
            Archiver archiver = new Archiver(
                    server,
                    place,
                    settings.seal(),
                    settings.archiveEvery(),
                    newest(place).map(backup -> backup.manifest().logFile()),
                    new Archiver.Notes(
                            progress::line,
                            gap -> {
                                progress.line(gap);
                                figures.gap(true);
                                notice.tell("Backups: " + gap);
                            },
                            figures::ready));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(archiver, ended)));
            figures.start();
            timer.scheduleWithFixedDelay(() -> look(place, figures), 0, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
            timer.scheduleWithFixedDelay(
                    () -> archivedUntil(archiver, figures),
                    FIGURES_EVERY_SECONDS,
                    FIGURES_EVERY_SECONDS,
                    TimeUnit.SECONDS);
            archiver.run();
            return ExitCode.OK;
        } finally {
            timer.shutdownNow();
            places.forEach(Place::close);
            ended.countDown();
        }
    }

    private Optional<Backup> newest(Place place) throws IOException {
        return new Catalogue(place, note -> {}).backups().stream().findFirst();
    }

    private static void archivedUntil(Archiver archiver, Figures figures) {
        if (archiver.archivedUntil().isAfter(Instant.EPOCH)) {
            figures.archivedUntil(archiver.archivedUntil());
        }
    }

    private void look(Place place, Figures figures) {
        try {
            Optional<Backup> newest = newest(place);
            if (newest.isPresent()) {
                figures.newest(newest.get().manifest().taken());
                lookForGap(place, newest.get().manifest(), figures);
            }
            LastCheck.of(place).ifPresent(check -> figures.checked(check.time()));
        } catch (IOException | RuntimeException failure) {
            // The figures stay what they were: they grow old, and an alert sees that.
            progress.line("How backups are cannot be seen: " + failure.getMessage());
        }
    }

    /** Not each time, as all names of the archive are read; but at once after a backup, which ends a gap. */
    private void lookForGap(Place place, Manifest newest, Figures figures) throws IOException {
        if (newest.id().equals(seenFor) && ++looks % GAP_EVERY_LOOKS != 0) {
            return;
        }
        LogChain chain = LogChain.of(
                        LogIndex.read(place, newest.server()), newest.taken(), newest.logFile(), newest.logPosition())
                .before(LogIndex.others(place, newest.server()));
        figures.gap(chain.gap().isPresent());
        chain.gap().ifPresent(gap -> progress.line("The log after the backup " + newest.id() + " has a gap: " + gap));
        // What the archiver has not kept yet is no gap a little later.
        seenFor = chain.gap().isEmpty() ? newest.id() : "";
    }

    private static void stop(Archiver archiver, CountDownLatch ended) {
        archiver.stop();
        try {
            if (!ended.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("What was not archived yet will be, after the next start.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
