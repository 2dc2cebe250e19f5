package app.vstrivia.local.launch;

import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads a command line. Options go before environment variables, and those before the defaults. */
final class CommandLine {
    private static final Set<String> FORMATS = Set.of("auto", "opentriviaqa", "opentdb", "vstrivia");
    private static final int FINDINGS = 20;

    private final Map<String, String> environment;
    private final Map<Port, Integer> ports = new EnumMap<>(Port.class);
    private final List<Path> questions = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final Deque<String> words;
    private Options.Command command;
    private Path data;
    private boolean demo;
    private OptionalLong seed = OptionalLong.empty();
    private String format = "auto";
    private String category = "";
    private int findings = FINDINGS;

    private CommandLine(List<String> words, Map<String, String> environment, Path root) {
        this.words = new ArrayDeque<>(words);
        this.environment = environment;
        this.data = path(environment.getOrDefault(
                "TRIVIA_DATA", root.resolve("deploy/local/data").toString()));
        for (Port port : Port.values()) {
            ports.put(port, fromEnvironment(port));
        }
    }

    static Options parse(List<String> words, Map<String, String> environment, Path root) {
        return new CommandLine(words, environment, root).read();
    }

    private Options read() {
        command = command(words.isEmpty() ? "" : words.pop());
        while (!words.isEmpty()) {
            String word = words.pop();
            int equals = word.indexOf('=');
            if (word.startsWith("--") && equals > 0) {
                words.push(word.substring(equals + 1));
                word = word.substring(0, equals);
            }
            take(word);
        }
        check();
        return new Options(command, data, ports, demo, questions, seed, files, format, category, findings);
    }

    private static Options.Command command(String word) {
        return switch (word) {
            case "up" -> Options.Command.UP;
            case "down" -> Options.Command.DOWN;
            case "import" -> Options.Command.IMPORT;
            case "--help", "-h", "help" -> Options.Command.HELP;
            default -> throw usage("Unknown command: " + word + ".");
        };
    }

    private void take(String word) {
        Optional<Port> port = Arrays.stream(Port.values())
                .filter(p -> p.option().equals(word))
                .findFirst();
        if (port.isPresent()) {
            ports.put(port.get(), portNumber(word, value(word)));
            return;
        }
        switch (word) {
            case "--help", "-h" -> {
                command = Options.Command.HELP;
                words.clear();
            }
            case "--data" -> data = path(value(word));
            case "--demo" -> demo = true;
            case "--seed" -> seed = OptionalLong.of(number(word, value(word)));
            case "--questions" -> questions();
            case "--format" -> format = format(value(word));
            case "--category" -> category = value(word);
            case "--findings" -> findings = findings(value(word));
            default -> other(word);
        }
    }

    private void questions() {
        questions.add(path(value("--questions")));
        while (!words.isEmpty() && !words.peek().startsWith("-")) {
            questions.add(path(words.pop()));
        }
    }

    private void other(String word) {
        if (word.startsWith("-") && word.length() > 1) {
            throw usage("Unknown option: " + word + ".");
        }
        if (command != Options.Command.IMPORT) {
            throw usage("Unexpected argument: " + word + ".");
        }
        files.add(path(word));
    }

    private void check() {
        if (command == Options.Command.IMPORT && files.isEmpty()) {
            throw usage("No file to import is named.");
        }
        if (!demo && (!questions.isEmpty() || seed.isPresent())) {
            throw usage("--questions and --seed go with --demo only.");
        }
        if (Set.copyOf(ports.values()).size() < ports.size()) {
            throw usage("Two parts have the same port.");
        }
    }

    private String value(String option) {
        if (words.isEmpty()) {
            throw usage(option + " needs a value.");
        }
        return words.pop();
    }

    private int fromEnvironment(Port port) {
        String value = environment.getOrDefault(port.variable(), "");
        return value.isBlank() ? port.usual() : portNumber(port.variable(), value);
    }

    private static int portNumber(String setting, String value) {
        long number = number(setting, value);
        if (number < 1 || number > 65_535) {
            throw usage(setting + " is a port from 1 to 65535, not " + value + ".");
        }
        return (int) number;
    }

    private static long number(String setting, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException notOne) {
            throw usage(setting + " is a number, not " + value + ".");
        }
    }

    private static String format(String value) {
        String format = value.toLowerCase(Locale.ROOT);
        if (!FORMATS.contains(format)) {
            throw usage("--format is auto, opentriviaqa, opentdb or vstrivia, not " + value + ".");
        }
        return format;
    }

    private static int findings(String value) {
        return value.equals("all") ? Integer.MAX_VALUE : (int) Math.max(0, number("--findings", value));
    }

    private static Path path(String value) {
        return Path.of(value).toAbsolutePath().normalize();
    }

    private static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message + " --help lists what there is.");
    }
}
