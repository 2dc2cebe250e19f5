package app.vstrivia.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {
    @Test
    void anAddressIsEnoughForTheDuelThatIsShown() {
        DemoOptions options = DemoOptions.parse(List.of("--url", "https://play.example.org:8443", "--seed=7"));

        assertEquals(
                new DemoOptions(
                        URI.create("https://play.example.org:8443"), Optional.empty(), Optional.empty(), 7, 0, 60),
                options);
    }

    @Test
    void tablesAndSecondsSayHowMuchIsPlayed() {
        DemoOptions options = DemoOptions.parse(
                List.of("--url", "https://a.example", "--address", "127.0.0.1", "--tables", "4", "--seconds", "90"));

        assertEquals(Optional.of("127.0.0.1"), options.address());
        assertEquals(4, options.tables());
        assertEquals(90, options.seconds());
    }

    @Test
    void whatMakesNoSenseIsWrongUsage() {
        List<List<String>> wrong = List.of(
                List.of(),
                List.of("--url", "play.example.org"),
                List.of("--url", "ftp://play.example.org"),
                List.of("--url", "https://a.example", "--tables", "0"),
                List.of("--url", "https://a.example", "--seconds", "soon"),
                List.of("--url", "https://a.example", "--ca", "/nowhere/ca.pem"),
                List.of("--url", "https://a.example", "twice"));

        for (List<String> arguments : wrong) {
            CommandFailure failure = assertThrows(CommandFailure.class, () -> DemoOptions.parse(arguments));
            assertEquals(ExitCode.USAGE, failure.exitCode(), arguments.toString());
        }
    }
}
