package app.vstrivia.model.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** Makes one script of TypeScript, with the esbuild that also bundles the page. */
public final class Bundle {
    private static final Path SOURCES = Path.of("src/test/typescript");
    private static final Path TARGET = Path.of("target/client-tests");

    private Bundle() {}

    /** The script of {@code src/test/typescript/name.ts} and all that it imports. */
    public static byte[] of(String name) throws IOException, InterruptedException {
        Path script = TARGET.resolve(name + ".js");
        List<String> command = List.of(
                esbuild().toAbsolutePath().toString(),
                SOURCES.resolve(name + ".ts").toString(),
                "--bundle",
                "--format=esm",
                "--target=es2022",
                "--sourcemap=inline",
                "--log-level=warning",
                "--outfile=" + script);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("esbuild cannot bundle " + name + ": " + said);
        }
        return Files.readAllBytes(script);
    }

    /** The program comes in a jar of the test classpath, one for each platform. */
    private static synchronized Path esbuild() throws IOException {
        String platform = platform();
        String file = platform.startsWith("win32") ? "esbuild.exe" : "bin/esbuild";
        String resource = "META-INF/resources/_static/%s/%s/%s".formatted(platform, version(platform), file);
        Path program = TARGET.resolve(Path.of(file).getFileName());
        if (!Files.isExecutable(program)) {
            Files.createDirectories(TARGET);
            Path unpacked = Files.createTempFile(TARGET, "esbuild", ".exe");
            try (InputStream source = Bundle.class.getClassLoader().getResourceAsStream(resource)) {
                Files.copy(source, unpacked, StandardCopyOption.REPLACE_EXISTING);
            }
            if (!unpacked.toFile().setExecutable(true)) {
                throw new IOException(unpacked + " cannot be made executable");
            }
            Files.move(unpacked, program, StandardCopyOption.REPLACE_EXISTING);
        }
        return program;
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        return (system.startsWith("mac") ? "darwin-" : system.startsWith("win") ? "win32-" : "linux-") + processor;
    }

    private static String version(String platform) throws IOException {
        Properties properties = new Properties();
        String resource = "META-INF/maven/org.mvnpm.at.esbuild/" + platform + "/pom.properties";
        try (InputStream source = Bundle.class.getClassLoader().getResourceAsStream(resource)) {
            properties.load(source);
        }
        return properties.getProperty("version");
    }
}
