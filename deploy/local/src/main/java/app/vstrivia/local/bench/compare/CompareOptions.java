package app.vstrivia.local.bench.compare;

import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is compared.
 *
 * @param with the folder of the harness
 * @param peers whom to compare with, the adapters' names; the first is the reference
 * @param repetitions how often everything is run, all peers in turn
 * @param jdk whose Java runs this service and the peers that are Java programs
 * @param jvm options of this service's JVM
 * @param warm how long traffic goes on unmeasured before this service is measured, in seconds
 * @param maxForeign how much other processes may take of a processor, in percent, before a run is repeated
 */
record CompareOptions(
        Path with,
        List<ComparedMode> modes,
        List<String> peers,
        int repetitions,
        Path jdk,
        String jvm,
        int warm,
        int maxForeign) {
    /** As in the rivals' adapters: one processor, small heap. */
    private static final String JVM = "-XX:+UseSerialGC -Xms32m -Xmx1g -Dio.netty.leakDetection.level=disabled";

    private static final int WARM_AS_RIVALS = 6;
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
    private static final int COMPACT_HEADERS_SINCE = 25;

    static CompareOptions parse(List<String> words) throws IOException {
        Path with = null;
        String modes = "fan1k,duel,rpc,idle";
        String peers = "c";
        int repetitions = 3;
        Path jdk = Path.of(System.getProperty("java.home"));
        String jvm = null;
        int warm = WARM_AS_RIVALS;
        int maxForeign = 30;
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            String word = rest.pop();
            switch (word) {
                case "--with" -> with = Path.of(value(word, rest));
                case "--modes" -> modes = value(word, rest);
                case "--peers" -> peers = value(word, rest);
                case "--reps" -> repetitions = number(word, value(word, rest));
                case "--jdk" -> jdk = Path.of(value(word, rest));
                case "--jvm" -> jvm = value(word, rest);
                case "--warm" -> warm = number(word, value(word, rest));
                case "--max-foreign" -> maxForeign = number(word, value(word, rest));
                default -> throw usage("Unknown option: " + word + ".");
            }
        }
        if (with == null || !Files.exists(with.resolve("bench.py"))) {
            throw usage("--with names the folder of the harness, the one with bench.py in it.");
        }
        if (!Files.isExecutable(jdk.resolve("bin/java"))) {
            throw usage("--jdk is " + jdk + ", and there is no bin/java in it.");
        }
        return new CompareOptions(
                with.toAbsolutePath(),
                modes(modes),
                List.of(peers.split(",")),
                repetitions,
                jdk.toAbsolutePath(),
                jvm == null ? recommended(jdk) : jvm,
                warm,
                maxForeign);
    }

    private static List<ComparedMode> modes(String words) {
        List<ComparedMode> modes = new ArrayList<>();
        for (String word : words.split(",")) {
            modes.add(ComparedMode.of(word)
                    .orElseThrow(() -> usage("--modes are of "
                            + Arrays.stream(ComparedMode.values())
                                    .map(ComparedMode::word)
                                    .toList()
                            + ", not " + word + ".")));
        }
        return modes;
    }

    /** Object headers of 8 bytes are for all from JDK 25 on; before, the option does not exist or is experimental. */
    private static String recommended(Path jdk) throws IOException {
        Path release = jdk.resolve("release");
        Matcher version = VERSION.matcher(Files.exists(release) ? Files.readString(release) : "");
        boolean compact = version.find() && Integer.parseInt(version.group(1)) >= COMPACT_HEADERS_SINCE;
        return JVM + (compact ? " -XX:+UseCompactObjectHeaders" : "");
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw usage(option + " needs a value.");
        }
        return rest.pop();
    }

    private static int number(String option, String value) {
        if (!value.matches("[1-9]\\d{0,5}")) {
            throw usage(option + " is a whole number from 1, not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    private static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message + " --help lists what there is.");
    }
}
