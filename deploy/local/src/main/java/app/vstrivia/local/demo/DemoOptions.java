package app.vstrivia.local.demo;

import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the user asked for.
 *
 * @param authority a PEM file with the certificates to trust, instead of those that Java trusts
 * @param address to connect to, instead of the one that the URL's host has
 * @param tables at which duels are played one after the other; 0 for the one duel that is shown
 * @param seconds for how long
 */
record DemoOptions(URI url, Optional<Path> authority, Optional<String> address, long seed, int tables, int seconds) {
    private static final int MOST_TABLES = 30;
    private static final int MOST_SECONDS = 3_600;
    private static final int USUAL_SECONDS = 60;

    static DemoOptions parse(List<String> arguments) {
        Deque<String> words = new ArrayDeque<>(arguments);
        DemoOptions options = new DemoOptions(
                null,
                Optional.empty(),
                Optional.empty(),
                ThreadLocalRandom.current().nextLong(),
                0,
                USUAL_SECONDS);
        while (!words.isEmpty()) {
            String word = words.pop();
            int equals = word.indexOf('=');
            if (word.startsWith("--") && equals > 0) {
                words.push(word.substring(equals + 1));
                word = word.substring(0, equals);
            }
            options = options.with(word, words);
        }
        if (options.url == null) {
            throw usage("--url says where to play.");
        }
        return options;
    }

    private DemoOptions with(String word, Deque<String> words) {
        return switch (word) {
            case "--url" -> new DemoOptions(url(value(word, words)), authority, address, seed, tables, seconds);
            case "--ca" -> new DemoOptions(url, Optional.of(file(value(word, words))), address, seed, tables, seconds);
            case "--address" -> new DemoOptions(url, authority, Optional.of(value(word, words)), seed, tables, seconds);
            case "--seed" ->
                new DemoOptions(
                        url, authority, address, number(word, words, Long.MIN_VALUE, Long.MAX_VALUE), tables, seconds);
            case "--tables" ->
                new DemoOptions(url, authority, address, seed, (int) number(word, words, 1, MOST_TABLES), seconds);
            case "--seconds" ->
                new DemoOptions(url, authority, address, seed, tables, (int) number(word, words, 1, MOST_SECONDS));
            default -> throw usage((word.startsWith("-") ? "Unknown option: " : "Unexpected argument: ") + word + ".");
        };
    }

    private static URI url(String value) {
        try {
            URI url = URI.create(value);
            if (url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException notOne) {
            throw usage("--url is an address such as https://play.example.org, not " + value + ".");
        }
        throw usage("--url is an address such as https://play.example.org, not " + value + ".");
    }

    private static Path file(String value) {
        if (!Files.isReadable(Path.of(value))) {
            throw usage(value + " cannot be read.");
        }
        return Path.of(value);
    }

    private static long number(String option, Deque<String> words, long least, long most) {
        String value = value(option, words);
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            throw usage(option + " is a number, not " + value + ".");
        }
        throw usage(option + " is from " + least + " to " + most + ", not " + value + ".");
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
