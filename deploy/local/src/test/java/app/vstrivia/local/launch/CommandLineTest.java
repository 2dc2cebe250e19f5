package app.vstrivia.local.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final Path ROOT = Path.of("/project");

    @Test
    void withoutAnyOptionTheDefaultsHold() {
        Options options = parse("up");

        assertEquals(Options.Command.UP, options.command());
        assertEquals(Path.of("/project/deploy/local/data"), options.data());
        assertEquals(8080, options.port(Port.API));
        assertEquals(8081, options.port(Port.REALTIME));
        assertEquals(9000, options.port(Port.API_MANAGEMENT));
        assertEquals(9001, options.port(Port.REALTIME_MANAGEMENT));
        assertEquals(3316, options.port(Port.MARIADB));
        assertEquals(6389, options.port(Port.REDIS));
        assertEquals(9010, options.port(Port.S3));
    }

    @Test
    void anOptionGoesBeforeTheEnvironmentAndThatBeforeTheDefault() {
        Map<String, String> environment = Map.of("TRIVIA_API_PORT", "1001", "TRIVIA_REDIS_PORT", "1002");

        Options options = CommandLine.parse(List.of("up", "--api-port", "2001"), environment, ROOT);

        assertEquals(2001, options.port(Port.API));
        assertEquals(1002, options.port(Port.REDIS));
        assertEquals(8081, options.port(Port.REALTIME));
    }

    @Test
    void aValueMayFollowAnEqualsSign() {
        Options options = parse("up", "--s3-port=2002", "--data=/some where");

        assertEquals(2002, options.port(Port.S3));
        assertEquals(Path.of("/some where"), options.data());
    }

    @Test
    void aPortOfTwoWordsHasAHyphenAsAnOptionAndAnUnderscoreAsAVariable() {
        Map<String, String> environment = Map.of("TRIVIA_REALTIME_MANAGEMENT_PORT", "1003");

        Options options = CommandLine.parse(List.of("up", "--api-management-port", "2003"), environment, ROOT);

        assertEquals(2003, options.port(Port.API_MANAGEMENT));
        assertEquals(1003, options.port(Port.REALTIME_MANAGEMENT));
    }

    @Test
    void questionsAreAllFilesUpToTheNextOption() {
        Options options = parse("up", "--demo", "--questions", "/a", "/b c", "--seed", "7");

        assertEquals(List.of(Path.of("/a"), Path.of("/b c")), options.questions());
        assertEquals(OptionalLong.of(7), options.seed());
        assertTrue(options.demo());
    }

    @Test
    void importTakesFilesBeforeAndAfterItsOptions() {
        Options options = parse("import", "/a", "--format", "opentdb", "--findings", "all", "/b");

        assertEquals(List.of(Path.of("/a"), Path.of("/b")), options.files());
        assertEquals("opentdb", options.format());
        assertEquals(Integer.MAX_VALUE, options.findings());
    }

    @Test
    void helpIsShownWhateverElseIsThere() {
        assertEquals(
                Options.Command.HELP,
                parse("up", "--demo", "--help", "nonsense").command());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sideways",
                "up --nonsense",
                "up file",
                "up --api-port",
                "up --api-port many",
                "up --api-port 0",
                "up --api-port 65536",
                "up --api-port 8081",
                "up --questions a",
                "up --demo --questions",
                "import",
                "import a --format xml",
                "import a --findings some"
            })
    void whatMakesNoSenseIsRefusedWithASentence(String line) {
        CommandFailure failure = assertThrows(CommandFailure.class, () -> parse(line.split(" ")));

        assertEquals(ExitCode.USAGE, failure.exitCode());
        assertTrue(failure.getMessage().endsWith("--help lists what there is."), failure.getMessage());
    }

    private static Options parse(String... words) {
        return CommandLine.parse(List.of(words), Map.of(), ROOT);
    }
}
