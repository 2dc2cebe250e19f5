package app.vstrivia.model.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * What the TypeScript compiler says of a module, with the options of its {@code tsconfig.json}. The compiler is the jar
 * {@code org.webjars.npm:typescript} of the test classpath, and runs in a browser, over files in memory.
 */
public final class TypeCheck {
    private static final String COMPILER = "META-INF/resources/webjars/typescript/%s/lib/";
    private static final String COMPILER_VERSION = "META-INF/maven/org.webjars.npm/typescript/pom.properties";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Map<String, String> files = new TreeMap<>();
    private final Path root;
    private final Path module;

    /** Of the module that the tests run in, which is a folder of the repository. */
    public TypeCheck() {
        this.module = Path.of("").toAbsolutePath();
        this.root = module.getParent();
    }

    /** Adds the TypeScript files below a folder, and with them {@code tsconfig.json} files. */
    public TypeCheck with(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = path.getFileName().toString();
                if (name.endsWith(".ts") || name.equals("package.json") || name.equals("tsconfig.json")) {
                    with(path, Files.readString(path));
                }
            }
        }
        return this;
    }

    /** Adds a file that need not exist. */
    public TypeCheck with(Path file, String content) {
        Path absolute = file.toAbsolutePath().normalize();
        files.put("/" + root.relativize(absolute).toString().replace('\\', '/'), content);
        return this;
    }

    /** The faults, each with its place; none of them if all is well. */
    public List<String> faults() throws IOException, InterruptedException {
        ClassLoader classes = TypeCheck.class.getClassLoader();
        String compiler = COMPILER.formatted(version(classes));
        addLibraries(classes.getResource(compiler + "typescript.js"), compiler);
        ObjectMapper json = new ObjectMapper();
        Map<String, Object> task = Map.of("files", files, "module", "/" + module.getFileName());
        try (ScriptPage page = ScriptPage.openOrSkip()) {
            page.file("task.json", "application/json", json.writeValueAsBytes(task));
            page.script("typescript.js", "", bytes(classes, compiler + "typescript.js"));
            page.script("type-check.js", "module", bytes(classes, "browser/type-check.js"));
            return Arrays.asList(json.readValue(page.run(PATIENCE), String[].class));
        }
    }

    /** The compiler's own declarations, of the language and of a browser. */
    private void addLibraries(URL compiler, String folder) throws IOException {
        try (JarFile jar = ((JarURLConnection) compiler.openConnection()).getJarFile()) {
            for (JarEntry entry : jar.stream().toList()) {
                String name = entry.getName();
                if (name.startsWith(folder + "lib.") && name.endsWith(".d.ts")) {
                    String content = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    files.put("/typescript/" + name.substring(folder.length()), content);
                }
            }
        }
    }

    private static String version(ClassLoader classes) throws IOException {
        Properties properties = new Properties();
        try (InputStream source = classes.getResourceAsStream(COMPILER_VERSION)) {
            properties.load(source);
        }
        return properties.getProperty("version");
    }

    private static byte[] bytes(ClassLoader classes, String name) throws IOException {
        try (InputStream source = classes.getResourceAsStream(name)) {
            return source.readAllBytes();
        }
    }
}
