package app.vstrivia.backup.command;

import app.vstrivia.backup.CommandFailure;
import app.vstrivia.backup.ExitCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of a command line. */
final class Words {
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();

    private Words() {}

    /**
     * @param known the options that there are; with {@code =} at their end, those that take a value
     * @throws CommandFailure if there is anything else
     */
    static Words parse(List<String> arguments, Set<String> known) {
        Words parsed = new Words();
        Deque<String> words = new ArrayDeque<>(arguments);
        while (!words.isEmpty()) {
            String word = words.pop();
            int equals = word.indexOf('=');
            if (word.startsWith("--") && equals > 0) {
                words.push(word.substring(equals + 1));
                word = word.substring(0, equals);
                if (!known.contains(word + "=")) {
                    throw usage(word + " is no option that takes a value.");
                }
            }
            if (known.contains(word + "=")) {
                if (words.isEmpty()) {
                    throw usage(word + " needs a value.");
                }
                parsed.values.put(word, words.pop());
            } else if (known.contains(word)) {
                parsed.flags.add(word);
            } else {
                throw usage((word.startsWith("-") ? "Unknown option: " : "Unexpected argument: ") + word + ".");
            }
        }
        return parsed;
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    /** Empty if it was not said. */
    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /** A moment in UTC, to the second: {@code 2026-01-31T20:15:00Z}; the {@code Z} may be left out. */
    Optional<Instant> time(String option) {
        String value = values.get(option);
        if (value == null) {
            return Optional.empty();
        }
        try {
            String local = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
            LocalDateTime time = LocalDateTime.parse(local.replace(' ', 'T'), DateTimeFormatter.ISO_LOCAL_DATE_TIME);
            if (time.getNano() == 0) {
                return Optional.of(time.toInstant(ZoneOffset.UTC));
            }
        } catch (DateTimeException other) {
            throw usage(option + " is a time in UTC such as 2026-01-31T20:15:00Z, not " + value + ".");
        }
        throw usage(option + " is a time to the second, not " + value + ".");
    }

    static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message + " --help lists what there is.");
    }
}
