package app.vstrivia.local.bench.population;

import app.vstrivia.local.token.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes players and matches. */
public final class Population implements AutoCloseable {
    /** Longer than a client waits for anything, and than any benchmark takes. */
    private static final Duration LIFETIME = Duration.ofHours(6);

    private final BenchStore store;
    private final SigningKey key;
    private long counter;

    private Population(BenchStore store, SigningKey key) {
        this.store = store;
        this.key = key;
    }

    public static Population open(String jdbcUrl, String user, String password, Path signingKey)
            throws IOException, SQLException {
        return new Population(BenchStore.open(jdbcUrl, user, password), SigningKey.read(signingKey));
    }

    /** New players, each with a device of its own. */
    public List<Player> players(int count) throws SQLException {
        List<Player> players = new ArrayList<>(count);
        Instant now = Instant.now();
        for (int i = 0; i < count; i++) {
            UUID id = nextId();
            String name = "Player " + (i + 1);
            players.add(new Player(id, name, key.sign(claims(id, name, now))));
        }
        store.addPlayers(players);
        return players;
    }

    private String claims(UUID player, String name, Instant now) {
        return "{\"iss\":\"trivia\",\"aud\":\"trivia\",\"sub\":\"" + player + "\",\"device\":\"" + nextId()
                + "\",\"name\":\"" + name + "\",\"groups\":[\"player\"],\"iat\":" + now.getEpochSecond()
                + ",\"exp\":" + now.plus(LIFETIME).getEpochSecond() + "}";
    }

    /**
     * Rooms that wait for their first round, for hours: nothing happens there but what the benchmark does. The first
     * player of each is its host and does not play.
     */
    public List<UUID> waitingRooms(List<List<Player>> crowds) throws SQLException {
        return rooms(crowds, BenchStore.Phase.STARTING);
    }

    /** Rooms whose first round is open, for hours, also when everybody has answered; all in them play. */
    public List<UUID> openRooms(List<List<Player>> crowds) throws SQLException {
        return rooms(crowds, BenchStore.Phase.OPEN);
    }

    private List<UUID> rooms(List<List<Player>> crowds, BenchStore.Phase phase) throws SQLException {
        List<BenchStore.Room> rooms = new ArrayList<>(crowds.size());
        for (List<Player> crowd : crowds) {
            boolean hostPlays = phase == BenchStore.Phase.OPEN;
            rooms.add(new BenchStore.Room(nextId(), crowd.get(0), hostPlays ? crowd : crowd.subList(1, crowd.size())));
        }
        store.addRooms(rooms, phase);
        return rooms.stream().map(BenchStore.Room::id).toList();
    }

    /** A UUID of version 7, greater than those before it, as the services make them. */
    private UUID nextId() {
        long high = Instant.now().toEpochMilli() << 16 | 0x7000 | counter >>> 20 & 0xfff;
        long low = 0x8000000000000000L | (counter & 0xfffff) << 32 | (counter * 0x9e3779b9L & 0xffffffffL);
        counter++;
        return new UUID(high, low);
    }

    /** Each event of these streams with the moment at which it was written: {@code stream seq microseconds}. */
    public List<String> moments(List<String> streams) throws SQLException {
        return store.moments(streams);
    }

    /** How many reads the database has done since it started. */
    public long reads() throws SQLException {
        return store.reads();
    }

    @Override
    public void close() throws SQLException {
        store.close();
    }
}
