package app.vstrivia.backup.command;

import app.vstrivia.backup.CommandFailure;
import app.vstrivia.backup.ExitCode;
import app.vstrivia.backup.Progress;
import app.vstrivia.backup.Settings;
import app.vstrivia.backup.database.Facts;
import app.vstrivia.backup.database.Server;
import app.vstrivia.backup.dump.Manifest;
import app.vstrivia.backup.log.Replayed;
import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.restore.Findings;
import app.vstrivia.backup.restore.Plan;
import app.vstrivia.backup.restore.Restore;
import app.vstrivia.backup.seal.Seal;
import app.vstrivia.backup.watch.LastCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code deploy/backup/check}: restores the newest backup, and looks whether it is one. */
public final class CheckCommand {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 2_000;

    private final Settings settings;
    private final Progress progress;

    public CheckCommand(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    public ExitCode run(List<String> arguments) throws Exception {
        Words words = Words.parse(arguments, Set.of("--replace", "--without-log", "--drop"));
        List<Place> places = settings.places();
        try {
            return check(places, words);
        } finally {
            places.forEach(Place::close);
        }
    }

    private ExitCode check(List<Place> places, Words words) throws Exception {
        Server target = settings.trial();
        Seal seal = settings.seal();
        Plan plan = progress.step(
                "Find, verify",
                of -> of.backup().toString(),
                () -> Plan.make(
                        places,
                        seal,
                        new Plan.Wish(Optional.empty(), Optional.empty(), !words.has("--without-log")),
                        progress::line));
        Manifest manifest = plan.backup().manifest();
        Restore restore = new Restore(target, seal, settings.programs(), progress);
        Findings findings = new Findings(target);
        plan.passedOver().forEach(findings::add);
        if (manifest.taken().isBefore(Instant.now().minus(settings.checkMostAge()))) {
            findings.add("It is of " + manifest.takenAt() + ", and the newest: that is more than "
                    + settings.checkMostAge().toHours() + " hours ago.");
        }
        progress.step("Try", RestoreCommand::described, () -> {
            awaitServer(target);
            requireAnother(target, manifest);
            return restore.tryOut(plan, Optional.empty(), words.has("--replace"));
        });
        try {
            return check(places, plan, restore, findings, words);
        } finally {
            if (words.has("--drop")) {
                drop(restore, manifest);
            }
        }
    }

    /** What was looked at is as secret as what was backed up. */
    private void drop(Restore restore, Manifest manifest) {
        try {
            restore.prepare(manifest, true);
        } catch (SQLException failure) {
            progress.line("What was restored is still there: " + failure.getMessage());
        }
    }

    private ExitCode check(List<Place> places, Plan plan, Restore restore, Findings findings, Words words)
            throws Exception {
        Manifest manifest = plan.backup().manifest();
        progress.step("Prepare", text -> text, () -> {
            restore.prepare(manifest, words.has("--replace"));
            return "an empty database";
        });
        progress.step("Load", Progress::size, () -> restore.load(plan));
        progress.step(
                "Rows", rows -> rows + " in " + manifest.rows().size() + " tables", () -> findings.rows(manifest));
        findings.schema(manifest);
        Optional<Replayed> replayed =
                progress.step("Replay", RestoreCommand::described, () -> restore.replay(plan, Optional.empty()));
        progress.step("Foreign keys", keys -> keys + " foreign keys", findings::foreignKeys);
        progress.step("Epochs", streams -> streams + " streams", restore::renewEpochs);
        if (!findings.all().isEmpty()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The backup " + manifest.id() + " was restored, and not all is good:\n"
                            + String.join("\n", findings.all()));
        }
        LastCheck good = LastCheck.now(manifest.id());
        for (Place place : places) {
            good.note(place);
        }
        progress.line(String.format(
                Locale.ROOT,
                "The backup %s is good: restored and checked in %.1f s, with %d transactions of the log.",
                manifest.id(),
                progress.seconds(),
                replayed.map(Replayed::transactions).orElse(0L)));
        return ExitCode.OK;
    }

    /** Under another name it may be the server of which the backup is. */
    private static void requireAnother(Server target, Manifest manifest) throws SQLException {
        try (Connection connection = target.connectToServer()) {
            if (Facts.of(connection).isSurely(manifest.server())) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        target
                                + " is on the server that was backed up; a backup is tried on another one, of which nothing is"
                                + " kept.");
            }
        }
    }

    /** A server that is started for this alone may need a while. */
    private static void awaitServer(Server target) throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection connection = target.connectToServer()) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
