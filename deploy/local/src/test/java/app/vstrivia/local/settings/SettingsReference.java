package app.vstrivia.local.settings;

import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The reference as a text, from the sources of the modules. */
final class SettingsReference {
    private static final List<String> MODULES = List.of("api-service", "realtime-service", "shared-model");
    private static final String SHARED = "shared-model";
    private static final String HEAD = """
            # Settings

            Made from the sources by `SettingsReferenceTest`, which says how to renew it. Each setting is an environment variable, too, in
            capitals and with `_` for whatever is neither a letter nor a digit (`TRIVIA_WORKER_THREADS`). Durations are `30S`, `10M` or `12H`,
            sizes `8M`. What may be set of Quarkus itself, such as addresses and accounts, is in its own reference; the READMEs of the
            services tell what matters of it.

            ## Our own

            | setting | of | | default | |
            |---|---|---|---|---|
            """;
    private static final String QUARKUS = """

            ## Defaults that we change

            What the services ship with instead of the defaults of Quarkus.

            | setting | API | sockets |
            |---|---|---|
            """;

    private static final String BACKUPS = """

            ## Backups

            Of [backup](backup/README.md), as environment variables; a secret may come from a file, named by the variable with `_FILE`.

            | setting | default | |
            |---|---|---|
            """;

    private final Path root;

    SettingsReference(Path root) {
        this.root = root;
    }

    String text() throws IOException {
        return HEAD
                + settings().stream().map(Setting::row).collect(Collectors.joining("\n"))
                + "\n"
                + QUARKUS
                + quarkus()
                + "\n"
                + BACKUPS
                + String.join("\n", BackupSettings.rows(root))
                + "\n";
    }

    List<Setting> settings() throws IOException {
        List<Setting> all = new ArrayList<>();
        for (String module : MODULES) {
            all.addAll(settingsOf(module));
        }
        all.sort(Comparator.comparing(Setting::name).thenComparing(Setting::module));
        return merged(all);
    }

    private List<Setting> settingsOf(String module) throws IOException {
        List<Path> files;
        try (Stream<Path> sources = Files.walk(root.resolve(module).resolve("src/main/java"))) {
            files = sources.filter(SettingsReference::hasSettings).toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            List<Setting> found = new ArrayList<>();
            for (var file : task.parse()) {
                found.addAll(new SettingsScanner(DocTrees.instance(task), module, properties(module)).in(file));
            }
            return module.equals(SHARED) ? withChanges(found) : found;
        }
    }

    /** A service may ship with another default of what both have. */
    private List<Setting> withChanges(List<Setting> shared) throws IOException {
        Map<String, String> api = properties("api-service");
        Map<String, String> sockets = properties("realtime-service");
        return shared.stream()
                .map(one -> new Setting(
                        one.name(),
                        one.type(),
                        one.fallback(),
                        one.optional(),
                        one.meaning(),
                        one.module(),
                        Stream.of(changed("API", api.get(one.name())), changed("sockets", sockets.get(one.name())))
                                .flatMap(Optional::stream)
                                .toList()))
                .toList();
    }

    private static Optional<String> changed(String service, String value) {
        return Optional.ofNullable(value).map(text -> service + " `" + text + "`");
    }

    private static boolean hasSettings(Path file) {
        try {
            if (!file.toString().endsWith(".java")) {
                return false;
            }
            String text = Files.readString(file);
            return text.contains("@ConfigMapping(") || text.contains("@ConfigProperty(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What both services have for themselves is of both. */
    private static List<Setting> merged(List<Setting> sorted) {
        List<Setting> result = new ArrayList<>();
        for (Setting next : sorted) {
            Setting last = result.isEmpty() ? null : result.get(result.size() - 1);
            if (last != null && last.name().equals(next.name())) {
                result.set(
                        result.size() - 1,
                        new Setting(
                                last.name(),
                                last.type(),
                                last.fallback(),
                                last.optional(),
                                last.meaning(),
                                SHARED,
                                List.of()));
            } else {
                result.add(next);
            }
        }
        return result;
    }

    private String quarkus() throws IOException {
        Map<String, String> api = properties("api-service");
        Map<String, String> sockets = properties("realtime-service");
        Map<String, String> names = new TreeMap<>(api);
        names.putAll(sockets);
        return names.keySet().stream()
                .filter(name -> name.startsWith("quarkus."))
                .map(name -> "| `%s` | %s | %s |".formatted(name, shown(api.get(name)), shown(sockets.get(name))))
                .collect(Collectors.joining("\n"));
    }

    private static String shown(String value) {
        return value == null ? "" : "`" + value.replace("|", "\\|") + "`";
    }

    /** Of the service's application.properties, without those of profiles. */
    private Map<String, String> properties(String module) throws IOException {
        Path file = root.resolve(module).resolve("src/main/resources/application.properties");
        Properties read = new Properties();
        if (Files.exists(file)) {
            try (Reader text = Files.newBufferedReader(file)) {
                read.load(text);
            }
        }
        return read.stringPropertyNames().stream()
                .filter(name -> !name.startsWith("%"))
                .collect(Collectors.toMap(name -> name, read::getProperty));
    }
}
