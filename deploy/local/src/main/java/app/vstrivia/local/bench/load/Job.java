package app.vstrivia.local.bench.load;

import java.util.List;
import java.util.Map;

/**
 * What the load generator is to do: the file that its command writes for it.
 *
 * @param mode the name of the benchmark
 * @param sockets the ports of the replicas of the realtime service
 * @param api the port of the API
 * @param warmUp how many of the first seats do the same by themselves before, unmeasured
 * @param seats who plays, in the order in which they connect; seat i connects to replica i modulo the replicas
 * @param matches the ids of the matches
 * @param options the options of the command
 */
public record Job(
        String mode,
        List<Integer> sockets,
        int api,
        int warmUp,
        List<Seat> seats,
        List<String> matches,
        Map<String, String> options) {
    /**
     * One player.
     *
     * @param token an access token that outlives the benchmark
     * @param matches which matches the player joins, as indexes into {@link Job#matches}
     */
    public record Seat(String player, String token, List<Integer> matches) {}

    /** The part of the seats from {@code from} to before {@code to}, without a warm-up. */
    Job part(int from, int to) {
        return new Job(mode, sockets, api, 0, seats.subList(from, to), matches, options);
    }

    /** @throws NumberFormatException if the option is no whole number */
    int integer(String option) {
        return Integer.parseInt(options.get(option));
    }

    double number(String option) {
        return Double.parseDouble(options.get(option));
    }

    boolean flag(String option) {
        return Boolean.parseBoolean(options.get(option));
    }

    long nanos(String option) {
        return (long) (number(option) * 1e9);
    }
}
