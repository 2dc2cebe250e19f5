package app.vstrivia.local.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The benchmarks, each with its options and their defaults. */
enum Mode {
    FANOUT(
            "rooms",
            "1",
            "members",
            "1000",
            "rate",
            "100",
            "bytes",
            "200",
            "seconds",
            "10",
            "warm",
            "5",
            "events",
            "false",
            "without-valkey",
            "false",
            "replicas",
            "1"),
    DUELS(
            "pairs",
            "200",
            "rounds",
            "10",
            "pace",
            "fast",
            "arrivals",
            "200",
            "think",
            "2000",
            "warm",
            "20",
            "replicas",
            "1"),
    ROOM(
            "members",
            "1000",
            "rounds",
            "2",
            "pace",
            "standard",
            "arrivals",
            "1000",
            "think",
            "3000",
            "warm",
            "100",
            "replicas",
            "1"),
    ANSWERS("rate", "2000", "seconds", "10", "warm", "5", "players", "2000", "members", "1000", "replicas", "1"),
    IDLE("members", "10000", "seconds", "50", "warm", "200", "replicas", "1"),
    STORM("members", "3000", "streams", "30", "entries", "1", "drain", "false", "replicas", "3"),
    TOKENS("devices", "2000", "exchanges", "10000", "lanes", "32", "warm", "5000", "replicas", "1"),
    LINEUPS(
            "questions",
            "1000000",
            "rate",
            "200",
            "seconds",
            "30",
            "warm",
            "10",
            "parts",
            "5",
            "count",
            "2",
            "replicas",
            "1"),
    PUBLISH("questions", "20", "count", "200", "warm", "30", "replicas", "1");

    private final Map<String, String> defaults;

    Mode(String... defaults) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < defaults.length; i += 2) {
            map.put(defaults[i], defaults[i + 1]);
        }
        this.defaults = map;
    }

    /** As it is written on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Mode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }

    /** The names of its options with their defaults, in the order of the help. */
    Map<String, String> defaults() {
        return new LinkedHashMap<>(defaults);
    }
}
