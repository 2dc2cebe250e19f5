package app.vstrivia.backup.command;

import app.vstrivia.backup.CommandFailure;
import app.vstrivia.backup.ExitCode;
import app.vstrivia.backup.Progress;
import app.vstrivia.backup.seal.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** {@code deploy/backup/key}: makes files of keys. */
public final class KeyCommand {
    private final Progress progress;

    public KeyCommand(Progress progress) {
        this.progress = progress;
    }

    public ExitCode run(List<String> arguments) throws Exception {
        if (arguments.size() != 2) {
            throw Words.usage("Say what to do, and with which file.");
        }
        Path file = Path.of(arguments.get(1));
        switch (arguments.get(0)) {
            case "new" -> {
                if (Files.exists(file)) {
                    throw new CommandFailure(
                            ExitCode.FAILED, file + " is there already; a key that is lost opens nothing any more.");
                }
                write(file, Seal.create());
            }
            case "rotate" -> write(file, Seal.read(file).rotated());
            case "show" -> Seal.read(file);
            default -> throw Words.usage(arguments.get(0) + " is none of new, rotate, show.");
        }
        Seal seal = Seal.read(file);
        progress.line(file + " has the keys " + String.join(", ", seal.keyIds()) + "; " + seal.keyId() + " seals.");
        return ExitCode.OK;
    }

    private static void write(Path file, String keys) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path part = Files.createTempFile(
                folder,
                ".keys",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, keys);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
