package app.vstrivia.local.bench;

import app.vstrivia.local.bench.load.Job;
import app.vstrivia.local.bench.population.Player;
import app.vstrivia.local.bench.population.Population;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Prepares who plays and where, for each benchmark. */
final class Crowds {
    private final BenchSystem system;
    private final Population population;
    private final Map<String, String> options;

    Crowds(BenchSystem system, Population population, Map<String, String> options) {
        this.system = system;
        this.population = population;
        this.options = options;
    }

    Job job(Mode mode) throws SQLException {
        return switch (mode) {
            case FANOUT -> inRooms(mode, integer("rooms"), integer("members"));
            case DUELS -> outside(mode, 2 * integer("warm"), 2 * integer("pairs"));
            case ROOM -> outside(mode, integer("warm") + 1, integer("members") + 1);
            case ANSWERS -> answering(mode);
            case IDLE -> outside(mode, 0, integer("members"));
            case STORM -> storm(mode);
            case TOKENS -> job(mode, 0, List.of(), List.of());
            case LINEUPS, PUBLISH -> throw new IllegalArgumentException("nobody plays meanwhile");
        };
    }

    private int integer(String option) {
        return Integer.parseInt(options.get(option));
    }

    /** Players without a match. */
    private Job outside(Mode mode, int warmUp, int players) throws SQLException {
        List<Job.Seat> seats = new ArrayList<>();
        for (Player player : population.players(warmUp + players)) {
            seats.add(seat(player, List.of()));
        }
        return job(mode, warmUp, seats, List.of());
    }

    /** Rooms of the same size; seat {@code room · size} is the host. */
    private Job inRooms(Mode mode, int rooms, int size) throws SQLException {
        List<List<Player>> crowds = divided(population.players(rooms * size), size);
        List<UUID> matches = population.waitingRooms(crowds);
        List<Job.Seat> seats = new ArrayList<>();
        for (int room = 0; room < rooms; room++) {
            for (Player player : crowds.get(room)) {
                seats.add(seat(player, List.of(room)));
            }
        }
        return job(mode, 0, seats, matches);
    }

    /** Each player gets as many open matches as answers are to come: a player answers a round once. */
    private Job answering(Mode mode) throws SQLException {
        int answers = integer("rate") * (integer("seconds") + integer("warm"));
        int players = Math.min(integer("players"), answers);
        int sets = (answers + players - 1) / players;
        List<Player> all = population.players(players);
        List<List<Player>> crowds = divided(all, Math.min(integer("members"), players));
        List<UUID> matches = new ArrayList<>();
        List<List<Integer>> joined = new ArrayList<>();
        all.forEach(player -> joined.add(new ArrayList<>()));
        for (int set = 0; set < sets; set++) {
            int player = 0;
            int match = matches.size();
            for (List<Player> crowd : crowds) {
                for (int i = 0; i < crowd.size(); i++) {
                    joined.get(player++).add(match);
                }
                match++;
            }
            matches.addAll(population.openRooms(crowds));
        }
        List<Job.Seat> seats = new ArrayList<>();
        for (int i = 0; i < players; i++) {
            seats.add(seat(all.get(i), joined.get(i)));
        }
        return job(mode, 0, seats, matches);
    }

    /** Neighbours read different matches, so that each match has readers on every replica. */
    private Job storm(Mode mode) throws SQLException {
        int streams = Math.min(integer("streams"), integer("members"));
        List<Player> all = population.players(integer("members"));
        List<List<Player>> crowds = new ArrayList<>();
        for (int stream = 0; stream < streams; stream++) {
            crowds.add(new ArrayList<>());
        }
        List<Job.Seat> seats = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int stream = i / system.sockets().size() % streams;
            crowds.get(stream).add(all.get(i));
            seats.add(seat(all.get(i), List.of(stream)));
        }
        crowds.removeIf(List::isEmpty);
        return job(mode, 0, seats, population.openRooms(crowds));
    }

    private static List<List<Player>> divided(List<Player> players, int size) {
        List<List<Player>> parts = new ArrayList<>();
        for (int from = 0; from < players.size(); from += size) {
            parts.add(players.subList(from, Math.min(players.size(), from + size)));
        }
        return parts;
    }

    private static Job.Seat seat(Player player, List<Integer> matches) {
        return new Job.Seat(player.id().toString(), player.token(), matches);
    }

    private Job job(Mode mode, int warmUp, List<Job.Seat> seats, List<UUID> matches) {
        return new Job(
                mode.word(),
                system.sockets(),
                system.api(),
                warmUp,
                seats,
                matches.stream().map(UUID::toString).toList(),
                options);
    }
}
