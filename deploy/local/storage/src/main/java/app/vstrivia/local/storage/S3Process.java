package app.vstrivia.local.storage;

import java.nio.file.Path;

/** The S3 server as a process of its own: {@code directory port secret-key owner}. It ends with its owner's process. */
public final class S3Process {
    private S3Process() {}

    public static void main(String[] arguments) {
        EmbeddedS3 server = EmbeddedS3.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), arguments[2]);
        ProcessHandle.of(Long.parseLong(arguments[3]))
                .ifPresent(owner -> owner.onExit().join());
        server.close();
    }
}
