package app.vstrivia.local.upgrade;

import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What the user asked for.
 *
 * @param from the folder of the earlier version, built
 * @param database the server on which a database is made for the run, with the account that may; null for an embedded one
 * @param seconds how long players play in each stage
 */
record UpgradeOptions(Path from, URI database, int seconds, int apis, int replicas, int players) {
    private static final int MOST_SECONDS = 3_600;
    private static final int MOST_REPLICAS = 9;
    private static final int MOST_PLAYERS = 400;

    static UpgradeOptions parse(List<String> arguments) {
        Deque<String> words = new ArrayDeque<>(arguments);
        UpgradeOptions options = new UpgradeOptions(null, null, 20, 2, 2, 12);
        while (!words.isEmpty()) {
            String word = words.pop();
            int equals = word.indexOf('=');
            if (word.startsWith("--") && equals > 0) {
                words.push(word.substring(equals + 1));
                word = word.substring(0, equals);
            }
            options = options.with(word, words);
        }
        if (options.from == null) {
            throw usage("--from DIR is needed: a checkout of the earlier version.");
        }
        return options;
    }

    private UpgradeOptions with(String word, Deque<String> words) {
        return switch (word) {
            case "--from" -> new UpgradeOptions(folder(word, words), database, seconds, apis, replicas, players);
            case "--database" -> new UpgradeOptions(from, server(word, words), seconds, apis, replicas, players);
            case "--seconds" ->
                new UpgradeOptions(from, database, number(word, words, 1, MOST_SECONDS), apis, replicas, players);
            case "--apis" ->
                new UpgradeOptions(from, database, seconds, number(word, words, 1, MOST_REPLICAS), replicas, players);
            case "--replicas" ->
                new UpgradeOptions(from, database, seconds, apis, number(word, words, 1, MOST_REPLICAS), players);
            case "--players" ->
                new UpgradeOptions(from, database, seconds, apis, replicas, number(word, words, 2, MOST_PLAYERS));
            default -> throw usage((word.startsWith("-") ? "Unknown option: " : "Unexpected argument: ") + word + ".");
        };
    }

    private static Path folder(String option, Deque<String> words) {
        Path folder = Path.of(value(option, words)).toAbsolutePath().normalize();
        if (!Files.exists(folder.resolve("mvnw"))) {
            throw usage(folder + " is no checkout of the project.");
        }
        return folder;
    }

    private static URI server(String option, Deque<String> words) {
        String value = value(option, words);
        try {
            URI server = URI.create(value);
            if ("mysql".equals(server.getScheme()) && server.getHost() != null && server.getUserInfo() != null) {
                return server;
            }
        } catch (IllegalArgumentException noAddress) {
            throw usage(option + " is an address with an account, such as mysql://root@127.0.0.1:3306.");
        }
        throw usage(option + " is an address with an account, such as mysql://root@127.0.0.1:3306.");
    }

    private static int number(String option, Deque<String> words, int least, int most) {
        String value = value(option, words);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            throw usage(option + " is a whole number, not " + value + ".");
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
