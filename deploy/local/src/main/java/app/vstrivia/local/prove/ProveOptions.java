package app.vstrivia.local.prove;

import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the user asked for.
 *
 * @param minutes how long faults go on; matches take a little longer
 * @param planOnly print what would be done, do nothing
 */
record ProveOptions(double minutes, long seed, int replicas, int players, boolean planOnly) {
    private static final double MOST_MINUTES = 24 * 60;
    private static final int MOST_REPLICAS = 9;
    private static final int MOST_PLAYERS = 400;
    private static final int MOST_SEED = 1_000_000;

    int millis() {
        return (int) (minutes * 60_000);
    }

    static ProveOptions parse(List<String> arguments) {
        Deque<String> words = new ArrayDeque<>(arguments);
        ProveOptions options = new ProveOptions(5, ThreadLocalRandom.current().nextInt(1, MOST_SEED), 3, 24, false);
        while (!words.isEmpty()) {
            String word = words.pop();
            int equals = word.indexOf('=');
            if (word.startsWith("--") && equals > 0) {
                words.push(word.substring(equals + 1));
                word = word.substring(0, equals);
            }
            options = options.with(word, words);
        }
        return options;
    }

    private ProveOptions with(String word, Deque<String> words) {
        return switch (word) {
            case "--minutes" ->
                new ProveOptions(number(word, words, 0.1, MOST_MINUTES), seed, replicas, players, planOnly);
            case "--seed" -> new ProveOptions(minutes, seed(word, words), replicas, players, planOnly);
            case "--replicas" ->
                new ProveOptions(minutes, seed, (int) whole(word, words, 1, MOST_REPLICAS), players, planOnly);
            case "--players" ->
                new ProveOptions(minutes, seed, replicas, (int) whole(word, words, 2, MOST_PLAYERS), planOnly);
            case "--plan" -> new ProveOptions(minutes, seed, replicas, players, true);
            default -> throw usage((word.startsWith("-") ? "Unknown option: " : "Unexpected argument: ") + word + ".");
        };
    }

    private static double number(String option, Deque<String> words, double least, double most) {
        String value = value(option, words);
        try {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            throw usage(option + " is a number, not " + value + ".");
        }
        throw usage(option + " is from " + text(least) + " to " + text(most) + ", not " + value + ".");
    }

    private static String text(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    private static long whole(String option, Deque<String> words, int least, int most) {
        double number = number(option, words, least, most);
        if (number != Math.rint(number)) {
            throw usage(option + " is a whole number.");
        }
        return (long) number;
    }

    private static long seed(String option, Deque<String> words) {
        String value = value(option, words);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException notOne) {
            throw usage(option + " is a whole number, not " + value + ".");
        }
    }

    private static String value(String option, Deque<String> words) {
        if (words.isEmpty()) {
            throw usage(option + " needs a value.");
        }
        return words.pop();
    }

    private static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message + " --help lists what there is.");
    }
}
