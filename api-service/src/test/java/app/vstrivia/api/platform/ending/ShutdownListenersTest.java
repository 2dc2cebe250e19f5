package app.vstrivia.api.platform.ending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.quarkus.jackson.runtime.JacksonRecorder;
import io.quarkus.runtime.shutdown.ShutdownListener;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShutdownListenersTest {
    private final AtomicInteger done = new AtomicInteger();

    /** Fails once Quarkus has mended it: then {@code ShutdownListeners} is to go. */
    @Test
    void theListenerOfJacksonDoesNotSayThatItIsDone() {
        new JacksonRecorder().clearCachesOnShutdown().shutdown(done::incrementAndGet);

        assertEquals(0, done.get());
    }

    @Test
    void itIsSaidForIt() {
        ShutdownListeners.speaking(new JacksonRecorder().clearCachesOnShutdown())
                .shutdown(done::incrementAndGet);

        assertEquals(1, done.get());
    }

    @Test
    void whoeverSpeaksForItselfIsLeftAlone() {
        ShutdownListener speaks = new ShutdownListener() {};

        assertSame(speaks, ShutdownListeners.speaking(speaks));
    }
}
