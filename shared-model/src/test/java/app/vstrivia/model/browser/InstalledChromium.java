package app.vstrivia.model.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for a Chromium that is there already: what {@code CHROMIUM} names, the system's, or one that was fetched. */
public final class InstalledChromium {
    private static final List<String> COMMANDS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> BUNDLES = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");
    private static final List<String> CACHES =
            List.of(".cache/ms-playwright", "Library/Caches/ms-playwright", "AppData/Local/ms-playwright");
    private static final Set<String> PROGRAMS =
            Set.of("chrome", "headless_shell", "chrome-headless-shell", "Chromium", "chrome.exe");
    private static final int CACHE_DEPTH = 6;

    private InstalledChromium() {}

    public static Optional<Path> find() {
        String named = System.getenv("CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        List<Path> places = new ArrayList<>();
        for (String command : COMMANDS) {
            places.add(Path.of("/usr/bin", command));
            for (String folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
                places.add(Path.of(folder, command));
            }
        }
        BUNDLES.forEach(bundle -> places.add(Path.of(bundle)));
        return places.stream().filter(Files::isExecutable).findFirst().or(InstalledChromium::fetchedEarlier);
    }

    private static Optional<Path> fetchedEarlier() {
        return CACHES.stream()
                .map(cache -> Path.of(System.getProperty("user.home"), cache))
                .filter(Files::isDirectory)
                .flatMap(InstalledChromium::programs)
                .max(Comparator.naturalOrder());
    }

    private static Stream<Path> programs(Path cache) {
        try (Stream<Path> files = Files.walk(cache, CACHE_DEPTH)) {
            return files
                    .filter(file -> PROGRAMS.contains(file.getFileName().toString()))
                    .filter(Files::isRegularFile)
                    .filter(Files::isExecutable)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
