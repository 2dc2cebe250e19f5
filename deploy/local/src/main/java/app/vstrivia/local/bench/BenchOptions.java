package app.vstrivia.local.bench;

import app.vstrivia.local.bench.population.QuestionBank;
import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the user asked for.
 *
 * @param modes which benchmarks, in order
 * @param values the options that were given, by name; flags are {@code true}
 * @param jvm options of the JVMs of the realtime service; empty for none
 * @param serverCpu where all servers run, -1 for anywhere
 * @param clientCpu where the load generator runs, -1 for anywhere
 */
record BenchOptions(List<Mode> modes, Map<String, String> values, String jvm, int serverCpu, int clientCpu) {
    private static final Set<String> FLAGS = Set.of("events", "drain", "without-valkey");
    private static final Set<String> WORDS = Set.of("pace");
    private static final int MOST_QUESTIONS = 50;
    private static final int MOST_OF_A_QUIZ = 100;

    /** Then the smallest category has enough for a lineup. */
    private static final int LEAST_QUESTIONS = 5_000;

    private static final Set<String> PACES = Set.of("relaxed", "standard", "fast", "blitz");

    static BenchOptions parse(List<String> words) {
        Deque<String> rest = new ArrayDeque<>(words);
        if (rest.isEmpty()) {
            throw usage("No benchmark is named.");
        }
        String first = rest.pop();
        List<Mode> modes = first.equals("all")
                ? List.of(Mode.values())
                : List.of(Mode.of(first).orElseThrow(() -> usage("Unknown benchmark: " + first + ".")));
        Map<String, String> values = new LinkedHashMap<>();
        String jvm = "";
        int serverCpu = Runtime.getRuntime().availableProcessors() > 1 ? 0 : -1;
        int clientCpu = serverCpu + 1 > 0 ? 1 : -1;
        while (!rest.isEmpty()) {
            String word = rest.pop();
            switch (word) {
                case "--jvm" -> jvm = value(word, rest);
                case "--server-cpu" -> serverCpu = (int) number(word, value(word, rest), -1);
                case "--client-cpu" -> clientCpu = (int) number(word, value(word, rest), -1);
                case "--no-pin" -> {
                    serverCpu = -1;
                    clientCpu = -1;
                }
                default -> option(word, rest, modes, values);
            }
        }
        return new BenchOptions(modes, values, jvm, serverCpu, clientCpu).checked();
    }

    private static void option(String word, Deque<String> rest, List<Mode> modes, Map<String, String> values) {
        String name = word.startsWith("--") ? word.substring(2) : "";
        if (modes.stream().noneMatch(mode -> mode.defaults().containsKey(name))) {
            throw usage((word.startsWith("-") ? "Unknown option: " : "Unexpected argument: ") + word + ".");
        }
        values.put(name, FLAGS.contains(name) ? "true" : value(word, rest));
    }

    private BenchOptions checked() {
        values.forEach((name, value) -> {
            if (name.equals("pace") && !PACES.contains(value)) {
                throw usage("--pace is relaxed, standard, fast or blitz, not " + value + ".");
            }
            if (!FLAGS.contains(name) && !WORDS.contains(name)) {
                number("--" + name, value, name.equals("warm") ? 0 : 1);
            }
        });
        for (Mode mode : modes) {
            Map<String, String> all = of(mode);
            int replicas = Integer.parseInt(all.get("replicas"));
            if (mode == Mode.STORM && replicas < 2) {
                throw usage("A storm needs two replicas or more.");
            }
            if (mode == Mode.LINEUPS
                    && Integer.parseInt(all.get("parts"))
                            > QuestionBank.categories().size()) {
                throw usage("The bank has " + QuestionBank.categories().size() + " categories.");
            }
            if (mode == Mode.LINEUPS
                    && Long.parseLong(all.get("parts")) * Long.parseLong(all.get("count")) > MOST_QUESTIONS) {
                throw usage("A lineup has at most " + MOST_QUESTIONS + " questions.");
            }
            if (mode == Mode.LINEUPS && Integer.parseInt(all.get("questions")) < LEAST_QUESTIONS) {
                throw usage("--questions is " + LEAST_QUESTIONS + " or more.");
            }
            if (mode == Mode.PUBLISH && Integer.parseInt(all.get("questions")) > MOST_OF_A_QUIZ) {
                throw usage("A quiz has at most " + MOST_OF_A_QUIZ + " questions.");
            }
            if (mode == Mode.FANOUT
                    && Boolean.parseBoolean(all.get("without-valkey"))
                    && !Boolean.parseBoolean(all.get("events"))) {
                throw usage("Without Valkey only events get to other replicas: add --events.");
            }
            if (mode == Mode.FANOUT && Integer.parseInt(all.get("members")) < 2) {
                throw usage("A room to fan out to has two members or more.");
            }
        }
        return this;
    }

    /** All options of a mode, with the defaults of those that were not given. */
    Map<String, String> of(Mode mode) {
        Map<String, String> all = mode.defaults();
        all.replaceAll((name, usual) -> values.getOrDefault(name, usual));
        return all;
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw usage(option + " needs a value.");
        }
        return rest.pop();
    }

    private static long number(String option, String value, long least) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            throw usage(option + " is a whole number, not " + value + ".");
        }
        throw usage(option + " is " + least + " or more, not " + value + ".");
    }

    private static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message + " --help lists what there is.");
    }
}
