package app.vstrivia.local.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The archive of one program, as one JVM with certain options reads and writes it: an AOT cache (JEP 483, 514) from JDK 25
 * on, before that a dynamic archive of classes (JEP 350). Without profiles (JEP 515): code that is compiled by those of a short
 * run stays that way, and costs a busy service half as much again for each message.
 */
public final class JvmArchive {
    private static final int AOT_SINCE = 25;
    private static final String UNLOCK = "-XX:+UnlockDiagnosticVMOptions";

    private final Path program;
    private final Path file;
    private final boolean aot;

    private JvmArchive(Path program, Path file, boolean aot) {
        this.program = program;
        this.file = file;
        this.aot = aot;
    }

    /**
     * The one for the JVM that runs this.
     *
     * @param program a jar with a plain class path
     * @param options of the JVM; other options have an archive of their own
     */
    public static JvmArchive of(Path program, List<String> options) {
        boolean aot = Runtime.version().feature() >= AOT_SINCE;
        String maker = System.getProperty("java.vm.version") + " " + String.join(" ", options);
        String name =
                Runtime.version().feature() + "-" + Integer.toHexString(maker.hashCode()) + (aot ? ".aot" : ".jsa");
        return new JvmArchive(program, program.resolveSibling("archives").resolve(name), aot);
    }

    /** Whether it is there, and of the program as it is now. */
    public boolean isFresh() {
        try {
            return Files.exists(file)
                    && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(program)) >= 0;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Options of a JVM that starts with it: none if it is not fresh. */
    public List<String> using() {
        if (!isFresh()) {
            return List.of();
        }
        return aot
                ? List.of("-XX:AOTCache=" + file, UNLOCK, "-XX:-AOTReplayTraining", "-Xlog:aot=off")
                : List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off");
    }

    /** Options of a JVM that writes it as it ends by itself or on SIGTERM; {@link #keep} then makes it the one that is used. */
    public List<String> writing() throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(draft());
        return aot
                ? List.of("-XX:AOTCacheOutput=" + draft(), UNLOCK, "-XX:-AOTRecordTraining", "-Xlog:aot=off")
                : List.of("-XX:ArchiveClassesAtExit=" + draft(), "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** Makes what the JVM wrote the one that is used; false if it wrote none, as a JVM without such archives does. */
    public boolean keep() throws IOException {
        if (Files.notExists(draft())) {
            return false;
        }
        Files.move(draft(), file, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private Path draft() {
        return file.resolveSibling("new-" + file.getFileName());
    }
}
