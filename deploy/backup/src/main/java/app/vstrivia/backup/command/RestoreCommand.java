package app.vstrivia.backup.command;

import app.vstrivia.backup.ExitCode;
import app.vstrivia.backup.Progress;
import app.vstrivia.backup.Settings;
import app.vstrivia.backup.database.Server;
import app.vstrivia.backup.dump.Backup;
import app.vstrivia.backup.dump.Catalogue;
import app.vstrivia.backup.dump.Manifest;
import app.vstrivia.backup.log.LogChain;
import app.vstrivia.backup.log.Replayed;
import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.restore.Plan;
import app.vstrivia.backup.restore.Restore;
import app.vstrivia.backup.seal.Seal;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code deploy/backup/restore}: the database as it was at a moment. */
public final class RestoreCommand {
    private final Settings settings;
    private final Progress progress;

    public RestoreCommand(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    public ExitCode run(List<String> arguments) throws Exception {
        Words words = Words.parse(
                arguments, Set.of("--at=", "--replace", "--without-log", "--backup=", "--list", "--dry-run"));
        Optional<Instant> at = words.time("--at");
        if (at.isPresent() && at.get().isAfter(Instant.now())) {
            throw Words.usage("--at is in the future.");
        }
        List<Place> places = settings.places();
        try {
            if (words.has("--list")) {
                list(places);
                return ExitCode.OK;
            }
            restore(places, words, at);
            return ExitCode.OK;
        } finally {
            places.forEach(Place::close);
        }
    }

    private void list(List<Place> places) throws IOException {
        for (Place place : places) {
            progress.line(place.name());
            for (Backup backup : new Catalogue(place, progress::line).backups()) {
                Manifest manifest = backup.manifest();
                progress.line("  " + manifest.id() + "  taken " + manifest.takenAt() + "  "
                        + Progress.size(manifest.size()) + "  key " + manifest.keyId());
            }
        }
    }

    private void restore(List<Place> places, Words words, Optional<Instant> at) throws Exception {
        Server target = settings.target();
        Seal seal = settings.seal();
        progress.line("Restoring " + target + " as it was "
                + at.map(time -> "at " + time).orElse("last"));
        Plan.Wish wish = new Plan.Wish(at, words.value("--backup"), !words.has("--without-log"));
        Plan plan = progress.step(
                "Find, verify", RestoreCommand::describedPlan, () -> Plan.make(places, seal, wish, progress::line));
        Restore restore = new Restore(target, seal, settings.programs(), progress);
        progress.step("Try", RestoreCommand::described, () -> restore.tryOut(plan, at, words.has("--replace")));
        if (words.has("--dry-run")) {
            progress.line("Nothing was changed.");
            return;
        }
        progress.step("Prepare", text -> text, () -> {
            restore.prepare(plan.backup().manifest(), words.has("--replace"));
            return "an empty database";
        });
        progress.step("Load", Progress::size, () -> restore.load(plan));
        Optional<Replayed> replayed =
                progress.step("Replay", RestoreCommand::described, () -> restore.replay(plan, at));
        progress.step("Epochs", streams -> streams + " streams", restore::renewEpochs);
        progress.line(String.format(
                Locale.ROOT,
                "Done in %.1f s: %s is as it was %s. Empty Valkey, start the services, and take a backup.",
                progress.seconds(),
                target,
                reached(plan, replayed, at)));
    }

    private static String reached(Plan plan, Optional<Replayed> replayed, Optional<Instant> at) {
        if (replayed.isEmpty()) {
            return "at " + plan.backup().manifest().takenAt() + ", when the dump was made";
        }
        return at.map(time -> "just before " + time)
                .orElseGet(() -> "last archived; all that was committed before "
                        + plan.chain().map(LogChain::until).orElseThrow() + " is there");
    }

    private static String describedPlan(Plan plan) {
        return plan.backup()
                + plan.chain()
                        .map(chain -> ", " + chain.pieces().size() + " pieces of log")
                        .orElse("");
    }

    static String described(Optional<Replayed> replayed) {
        return replayed.map(of -> of.transactions() + " transactions, " + of.statements() + " changes of tables"
                        + (of.skipped() > 0 ? ", " + of.skipped() + " statements of others left out" : "")
                        + of.lastCommit()
                                .map(time -> ", the last in the second " + time)
                                .orElse(""))
                .orElse("not wanted");
    }
}
