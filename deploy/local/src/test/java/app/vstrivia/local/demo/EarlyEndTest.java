package app.vstrivia.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EarlyEndTest {
    @Test
    void aProcessThatIsToldToEndPrintsItsResultFirst() throws IOException {
        // Given
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Player.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = process.inputReader()) {
            assertEquals("plays", said.readLine());

            // When
            process.toHandle().destroy();

            // Then
            assertEquals("was told to end", said.readLine());
            assertEquals("the result", said.readLine());
            assertNull(said.readLine());
        }
    }

    static final class Player {
        private Player() {}

        public static void main(String[] arguments) throws InterruptedException {
            CountDownLatch told = new CountDownLatch(1);
            EarlyEnd signal = new EarlyEnd(told::countDown, Duration.ofSeconds(30));
            System.out.println("plays");
            told.await();
            System.out.println("was told to end");
            System.out.println("the result");
            signal.close();
        }
    }
}
