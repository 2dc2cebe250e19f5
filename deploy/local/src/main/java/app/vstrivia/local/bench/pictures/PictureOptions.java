package app.vstrivia.local.bench.pictures;

import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What is measured.
 *
 * @param seconds of a turn
 * @param rounds in each of which both have a turn at each sort of picture
 * @param warm turns of each before that, unmeasured
 */
record PictureOptions(int seconds, int rounds, int warm) {
    static PictureOptions parse(List<String> words) {
        int seconds = 4;
        int rounds = 3;
        int warm = 2;
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            String word = rest.pop();
            switch (word) {
                case "--seconds" -> seconds = number(word, rest);
                case "--rounds" -> rounds = number(word, rest);
                case "--warm" -> warm = number(word, rest);
                default -> throw usage("Unknown option: " + word + ".");
            }
        }
        return new PictureOptions(seconds, rounds, warm);
    }

    private static int number(String option, Deque<String> rest) {
        String value = rest.isEmpty() ? "" : rest.pop();
        if (!value.matches("[1-9]\\d{0,3}")) {
            throw usage(option + " is a whole number from 1, not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    private static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message + " --help lists what there is.");
    }
}
