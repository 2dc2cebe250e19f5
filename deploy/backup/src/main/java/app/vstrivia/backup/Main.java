package app.vstrivia.backup;

import app.vstrivia.backup.command.ArchiveCommand;
import app.vstrivia.backup.command.BackupCommand;
import app.vstrivia.backup.command.CheckCommand;
import app.vstrivia.backup.command.KeyCommand;
import app.vstrivia.backup.command.RestoreCommand;
import app.vstrivia.backup.command.ScheduleCommand;
import app.vstrivia.backup.watch.Notice;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The commands: {@code backup}, {@code restore}, {@code check}, {@code archive}, {@code schedule}, {@code key}. */
public final class Main {
    private static final Set<String> COMMANDS = Set.of("backup", "restore", "check", "archive", "schedule", "key");
    /** Nobody watches these while they run. */
    private static final Set<String> UNATTENDED = Set.of("backup", "check", "archive", "schedule");

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), System.getenv(), out, System.err).status());
    }

    /** What {@code main} does, with the exit code. */
    public static ExitCode run(List<String> words, Map<String, String> environment, PrintStream out, PrintStream err) {
        if (words.isEmpty() || !COMMANDS.contains(words.get(0))) {
            err.println("Say one of backup, restore, check, archive, schedule, key; with --help for more.");
            return ExitCode.USAGE;
        }
        String command = words.get(0);
        Settings settings = new Settings(environment);
        try {
            List<String> arguments = words.subList(1, words.size());
            if (arguments.contains("--help") || arguments.contains("-h")) {
                out.print(text("help-" + command) + Setting.help() + text("exit-codes"));
                return ExitCode.OK;
            }
            return run(command, arguments, settings, new Progress(out));
        } catch (CommandFailure failure) {
            return failed(command, settings, failure.exitCode(), failure.getMessage(), err);
        } catch (InterruptedException stopped) {
            return failed(command, settings, ExitCode.FAILED, "Stopped.", err);
        } catch (Exception failure) {
            String message = failure.getMessage();
            return failed(command, settings, ExitCode.FAILED, message == null ? failure.toString() : message, err);
        }
    }

    private static ExitCode run(String command, List<String> arguments, Settings settings, Progress progress)
            throws Exception {
        return switch (command) {
            case "backup" -> new BackupCommand(settings, progress).run(arguments);
            case "restore" -> new RestoreCommand(settings, progress).run(arguments);
            case "check" -> new CheckCommand(settings, progress).run(arguments);
            case "archive" -> new ArchiveCommand(settings, progress).run(arguments);
            case "schedule" -> {
                new ScheduleCommand(settings, progress, InstantSource.system()).run(arguments);
                yield ExitCode.OK;
            }
            default -> new KeyCommand(progress).run(arguments);
        };
    }

    private static ExitCode failed(String command, Settings settings, ExitCode code, String message, PrintStream err) {
        err.println(message);
        if (UNATTENDED.contains(command) && code != ExitCode.USAGE) {
            new Notice(settings.noticeUrl()).tell("Backups: " + command + " failed. " + message);
        }
        return code;
    }

    private static String text(String name) throws IOException {
        try (InputStream text = Main.class.getResourceAsStream("/" + name + ".txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
