package app.vstrivia.local.bench.compare;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A mode of the harness that this service can take part in. */
enum ComparedMode {
    FAN1K(1, 1_000),
    FAN1K20(1, 1_000),
    DUEL(1_000, 2),
    DUELHI(1_000, 2),
    SMOKE(10, 10),
    RPC(2_000, 1),
    RPCHI(2_000, 1),
    RPCP(2_000, 1),
    IDLE(10_000, 1);

    private final int rooms;
    private final int members;

    /** As the harness calls them; a room of one is a client without a room. */
    ComparedMode(int rooms, int members) {
        this.rooms = rooms;
        this.members = members;
    }

    static Optional<ComparedMode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    int rooms() {
        return rooms;
    }

    int members() {
        return members;
    }

    boolean hasRooms() {
        return members > 1;
    }
}
