package app.vstrivia.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchOptionsTest {
    @Test
    void whatIsNotSaidHasItsDefault() {
        BenchOptions options = BenchOptions.parse(List.of("fanout", "--members", "20", "--events"));

        assertEquals(List.of(Mode.FANOUT), options.modes());
        assertEquals("20", options.of(Mode.FANOUT).get("members"));
        assertEquals("true", options.of(Mode.FANOUT).get("events"));
        assertEquals("100", options.of(Mode.FANOUT).get("rate"));
    }

    @Test
    void allRunsEveryBenchmarkAndAnOptionGoesToThoseThatHaveIt() {
        BenchOptions options = BenchOptions.parse(List.of("all", "--rounds", "4"));

        assertEquals(List.of(Mode.values()), options.modes());
        assertEquals("4", options.of(Mode.DUELS).get("rounds"));
        assertEquals("4", options.of(Mode.ROOM).get("rounds"));
        assertTrue(!options.of(Mode.IDLE).containsKey("rounds"));
    }

    @Test
    void withoutPinningEverythingRunsAnywhere() {
        BenchOptions options = BenchOptions.parse(List.of("idle", "--no-pin"));

        assertEquals(-1, options.serverCpu());
        assertEquals(-1, options.clientCpu());
    }

    @ParameterizedTest
    @CsvSource({
        "'', No benchmark is named.",
        "fast, Unknown benchmark: fast.",
        "idle --rate 5, Unknown option: --rate.",
        "idle extra, Unexpected argument: extra.",
        "idle --members, --members needs a value.",
        "idle --members many, '--members is a whole number, not many.'",
        "idle --members 0, '--members is 1 or more, not 0.'",
        "duels --pace slow, '--pace is relaxed, standard, fast or blitz, not slow.'",
        "storm --replicas 1, A storm needs two replicas or more.",
        "lineups --questions 4999, --questions is 5000 or more.",
        "lineups --parts 25, The bank has 24 categories.",
        "lineups --parts 10 --count 6, A lineup has at most 50 questions.",
        "publish --questions 101, A quiz has at most 100 questions.",
        "fanout --members 1, A room to fan out to has two members or more.",
    })
    void whatCannotBeMeantIsRefusedWithASentence(String line, String sentence) {
        List<String> words = line.isEmpty() ? List.of() : List.of(line.split(" "));

        CommandFailure failure = assertThrows(CommandFailure.class, () -> BenchOptions.parse(words));

        assertEquals(ExitCode.USAGE, failure.exitCode());
        assertTrue(failure.getMessage().startsWith(sentence), failure.getMessage());
    }
}
