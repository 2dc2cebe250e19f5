package app.vstrivia.api.room;

import app.vstrivia.api.identity.IdentityService;
import app.vstrivia.api.match.Entrant;
import app.vstrivia.api.match.Kicked;
import app.vstrivia.api.match.MatchState;
import app.vstrivia.api.match.Matches;
import app.vstrivia.api.match.PlayerStatus;
import app.vstrivia.api.match.Settings;
import app.vstrivia.api.platform.transaction.Conflicts;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.MatchPhase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Opening rooms and getting in. */
@ApplicationScoped
public class RoomService {
    private static final int PIN_ATTEMPTS = 20;

    private final Transactions transactions;
    private final Matches matches;
    private final IdentityService identity;
    private final RoomConfig config;

    RoomService(Transactions transactions, Matches matches, IdentityService identity, RoomConfig config) {
        this.transactions = transactions;
        this.matches = matches;
        this.identity = identity;
        this.config = config;
    }

    /** Opens a room; with {@code play} the host plays along. */
    public Uni<RoomView> open(PlayerId host, Settings settings, boolean play) {
        return identity.player(host)
                .chain(player -> open(Entrant.person(host, player.name()), settings, play, PIN_ATTEMPTS));
    }

    private Uni<RoomView> open(Entrant host, Settings settings, boolean play, int attempts) {
        String pin = Pin.random();
        return transactions
                .run(transaction -> matches.createRoom(transaction, settings, host.id(), pin)
                        .call(match -> play
                                ? matches.enter(transaction, match, host)
                                : Uni.createFrom().voidItem()))
                .map(match -> new RoomView(match, pin, host.id()))
                .onFailure(failure -> Conflicts.taken(failure, Pin.UNIQUE_KEY))
                .recoverWithUni(() -> {
                    if (attempts == 1) {
                        throw new NoFreePin();
                    }
                    return open(host, settings, play, attempts - 1);
                });
    }

    /** Enters the room of a PIN, also while it plays; joining twice is joining once. */
    public Uni<MatchId> join(PlayerId id, String pin) {
        return identity.player(id).chain(player -> matches.byPin(pin)
                .onItem()
                .ifNull()
                .failWith(NoSuchRoom::new)
                .chain(found -> transactions.run(transaction -> matches.lock(transaction, found.id())
                        .chain(room -> enter(transaction, room, Entrant.person(id, player.name())))
                        .replaceWith(found.id()))));
    }

    private Uni<Void> enter(Transaction transaction, MatchState room, Entrant entrant) {
        if (room.phase() == MatchPhase.FINISHED) {
            throw new NoSuchRoom();
        }
        return matches.status(transaction, room.id(), entrant.id()).chain(status -> {
            if (status == PlayerStatus.KICKED) {
                throw new Kicked();
            }
            if (status == PlayerStatus.ACTIVE) {
                return Uni.createFrom().voidItem();
            }
            return matches.countPlayers(transaction, room.id()).chain(players -> {
                if (players >= config.capacity()) {
                    throw new RoomFull();
                }
                return matches.enter(transaction, room.id(), entrant);
            });
        });
    }
}
