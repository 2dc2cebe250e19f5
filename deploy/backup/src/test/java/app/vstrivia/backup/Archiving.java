package app.vstrivia.backup;

import app.vstrivia.backup.log.Archiver;
import app.vstrivia.backup.place.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** An archiver in the background. */
final class Archiving implements AutoCloseable {
    final List<String> gaps = new CopyOnWriteArrayList<>();
    private final List<Place> places;
    private final Archiver archiver;
    private final Thread thread;

    Archiving(Ground ground) throws Exception {
        Settings settings = ground.settings();
        places = settings.places();
        archiver = new Archiver(
                settings.database(),
                places.get(1),
                settings.seal(),
                Duration.ofSeconds(1),
                Optional.empty(),
                new Archiver.Notes(System.out::println, gaps::add, () -> {}));
        thread = new Thread(
                () -> {
                    try {
                        archiver.run();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                },
                "archiver");
        thread.start();
    }

    void await(Instant until) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> archiver.archivedUntil()
                .isAfter(until));
    }

    @Override
    public void close() {
        archiver.stop();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        places.forEach(Place::close);
    }
}
