package app.vstrivia.local.launch;

import app.vstrivia.embedded.FreePort;
import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What must be so before anything is started. */
final class Preconditions {
    private static final long NEEDED_MEGABYTES = 500;
    private static final long FULL_MEGABYTES = 50;

    private Preconditions() {}

    static void ports(Map<Port, Integer> ports) {
        ports.forEach((port, number) -> {
            if (!FreePort.isFree(number)) {
                throw new CommandFailure(
                        ExitCode.PORT_IN_USE,
                        "Port " + number + " is in use, and " + port.part()
                                + " is to listen there: choose another with " + port.option() + " or " + port.variable()
                                + ".");
            }
        });
    }

    static void room(Path data) throws IOException {
        long free = freeMegabytes(data);
        if (free < NEEDED_MEGABYTES) {
            throw new CommandFailure(
                    ExitCode.NO_ROOM,
                    "Only " + free + " MB are free where " + data + " is; " + NEEDED_MEGABYTES + " MB are needed.");
        }
    }

    /** What failed because the disk is full shows itself in many ways; this is how to tell. */
    static boolean full(Path data) {
        try {
            return freeMegabytes(data) < FULL_MEGABYTES;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static long freeMegabytes(Path data) throws IOException {
        return Files.getFileStore(data).getUsableSpace() >> 20;
    }
}
