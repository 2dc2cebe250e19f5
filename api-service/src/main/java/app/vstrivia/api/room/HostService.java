package app.vstrivia.api.room;

import app.vstrivia.api.match.Lineups;
import app.vstrivia.api.match.MatchNotFound;
import app.vstrivia.api.match.MatchService;
import app.vstrivia.api.match.MatchState;
import app.vstrivia.api.match.Matches;
import app.vstrivia.api.match.PlayerStatus;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Hold;
import app.vstrivia.model.match.MatchPhase;
import app.vstrivia.model.protocol.MatchEvent.ScheduleChanged.Change;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;

/** What the host does with a room. Others get {@link NotTheHost}, or {@link MatchNotFound} if they are not in it. */
@ApplicationScoped
public class HostService {
    /** Phases that end by themselves between the start and the end. */
    private static final Set<MatchPhase> PLAYING = EnumSet.of(
            MatchPhase.STARTING, MatchPhase.ANNOUNCED, MatchPhase.OPEN, MatchPhase.SEALED, MatchPhase.REVEALED);

    /** A sealed round is about to be scored, which takes no time that could be skipped. */
    private static final Set<MatchPhase> SKIPPABLE =
            EnumSet.of(MatchPhase.STARTING, MatchPhase.ANNOUNCED, MatchPhase.OPEN, MatchPhase.REVEALED);

    private final Transactions transactions;
    private final Matches matches;
    private final MatchService players;
    private final Lineups lineups;
    private final QuizRooms quizzes;

    HostService(Transactions transactions, Matches matches, MatchService players, Lineups lineups, QuizRooms quizzes) {
        this.transactions = transactions;
        this.matches = matches;
        this.players = players;
        this.lineups = lineups;
        this.quizzes = quizzes;
    }

    /**
     * Draws the lineup, or deals that of the quiz, and starts. Fails with {@link NobodyThere}, {@link VersionNotPlayable}, or if
     * the bank has not enough questions.
     */
    public Uni<Void> start(MatchId id, PlayerId host) {
        return transactions.run(transaction -> lockForStart(transaction, id, host)
                .chain(room -> room.quiz() == null
                        ? lineups.drawFor(transaction, id, room.settings())
                                .chain(lineup -> matches.start(transaction, room, lineup))
                        : quizzes.deal(transaction, room.quiz())
                                .chain(rounds -> matches.startQuiz(transaction, room, rounds))));
    }

    private Uni<MatchState> lockForStart(Transaction transaction, MatchId id, PlayerId host) {
        return lockAsHost(transaction, id, host)
                .invoke(room -> require(room.phase() == MatchPhase.LOBBY && room.hold() != Hold.END))
                .call(() -> matches.countPlayers(transaction, id).invoke(players -> {
                    if (players == 0) {
                        throw new NobodyThere();
                    }
                }));
    }

    /** Holds at the next boundary between rounds. */
    public Uni<Void> pause(MatchId id, PlayerId host) {
        return direct(id, host, (transaction, room) -> {
            require(PLAYING.contains(room.phase()) && room.hold() != Hold.END);
            return matches.reschedule(transaction, room, Change.PAUSE, Hold.PAUSE, room.phaseEndsAt());
        });
    }

    /** Takes a pause back, or ends it. */
    public Uni<Void> resume(MatchId id, PlayerId host) {
        return direct(id, host, (transaction, room) -> {
            boolean paused = room.phase() == MatchPhase.PAUSED;
            require(paused && room.hold() != Hold.END || PLAYING.contains(room.phase()) && room.hold() == Hold.PAUSE);
            return matches.reschedule(
                    transaction, room, Change.RESUME, Hold.NONE, paused ? room.now() : room.phaseEndsAt());
        });
    }

    /** Ends the present phase now. */
    public Uni<Void> skip(MatchId id, PlayerId host) {
        return direct(id, host, (transaction, room) -> {
            require(SKIPPABLE.contains(room.phase()));
            return matches.reschedule(transaction, room, Change.SKIP, room.hold(), room.now());
        });
    }

    /** Ends the match: the present phase now, and no round after this one. */
    public Uni<Void> end(MatchId id, PlayerId host) {
        return direct(id, host, (transaction, room) -> {
            require(room.phase() != MatchPhase.FINISHED);
            return matches.reschedule(transaction, room, Change.END, Hold.END, room.now());
        });
    }

    /** Puts a player out for good; doing it twice is doing it once. */
    public Uni<Void> kick(MatchId id, PlayerId host, PlayerId player) {
        return transactions
                .run(transaction -> lockAsHost(transaction, id, host)
                        .call(room -> matches.status(transaction, id, player).chain(status -> {
                            if (status == null) {
                                throw new MatchNotFound();
                            }
                            require(room.phase() != MatchPhase.FINISHED);
                            return status == PlayerStatus.KICKED
                                    ? Uni.createFrom().voidItem()
                                    : matches.kick(transaction, id, player);
                        })))
                .chain(players::doNotWait);
    }

    private Uni<Void> direct(MatchId id, PlayerId host, BiFunction<Transaction, MatchState, Uni<Void>> change) {
        return transactions.run(
                transaction -> lockAsHost(transaction, id, host).chain(room -> change.apply(transaction, room)));
    }

    private Uni<MatchState> lockAsHost(Transaction transaction, MatchId id, PlayerId host) {
        return matches.lock(transaction, id).call(room -> {
            if (room.isHost(host)) {
                return Uni.createFrom().voidItem();
            }
            return matches.status(transaction, id, host).invoke(status -> {
                if (status == null) {
                    throw new MatchNotFound();
                }
                throw new NotTheHost();
            });
        });
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new WrongPhase();
        }
    }
}
