package app.vstrivia.api.room;

import app.vstrivia.api.identity.IdentityService;
import app.vstrivia.api.identity.UnknownPlayer;
import app.vstrivia.api.match.Admission;
import app.vstrivia.api.match.Entrant;
import app.vstrivia.api.match.Kicked;
import app.vstrivia.api.match.Matches;
import app.vstrivia.api.match.RoomPlan;
import app.vstrivia.api.match.Roster;
import app.vstrivia.api.match.Settings;
import app.vstrivia.api.platform.transaction.Conflicts;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.gather.Gathering;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Opening rooms and getting in. */
@ApplicationScoped
public class RoomService {
    private static final int PIN_ATTEMPTS = 20;
    private static final Gathering.Bounds ARRIVALS = new Gathering.Bounds(3, 128, 2, 20_000);

    private final Transactions transactions;
    private final Matches matches;
    private final QuizRooms quizzes;
    private final IdentityService identity;
    private final RoomConfig config;
    private final Roster roster;
    private final Gathering<Arrival, Found> arrivals;

    RoomService(
            Transactions transactions,
            Matches matches,
            QuizRooms quizzes,
            Roster roster,
            IdentityService identity,
            RoomConfig config,
            Vertx vertx) {
        this.transactions = transactions;
        this.matches = matches;
        this.quizzes = quizzes;
        this.roster = roster;
        this.identity = identity;
        this.config = config;
        this.arrivals = new Gathering<>("arrivals", ARRIVALS, vertx, this::find);
    }

    /** Opens a room; with {@code play} the host plays along. */
    public Uni<RoomView> open(PlayerId host, Settings settings, boolean play) {
        return open(host, RoomPlan.of(settings), play);
    }

    /**
     * The same for a published quiz: the version is fixed from then on, whatever is published later. Fails with {@code
     * NotPublished}, {@code QuizNotFound} or {@code TypesNotOffered}.
     *
     * @param author whether the host has the role to work on quizzes; who works on this one may choose any version
     */
    public Uni<RoomView> open(PlayerId host, QuizChoice choice, boolean author, boolean play) {
        return quizzes.plan(host, choice, author).chain(plan -> open(host, plan, play));
    }

    private Uni<RoomView> open(PlayerId host, RoomPlan plan, boolean play) {
        return identity.player(host)
                .chain(player -> open(Entrant.person(host, player.name()), plan, play, PIN_ATTEMPTS));
    }

    private Uni<RoomView> open(Entrant host, RoomPlan plan, boolean play, int attempts) {
        String pin = Pin.random();
        return transactions
                .run(transaction -> matches.createRoom(transaction, plan, host.id(), pin)
                        .call(match -> play
                                ? matches.enterFirst(transaction, match, host)
                                : Uni.createFrom().voidItem()))
                .map(match -> new RoomView(match, pin, host.id(), plan.quiz()))
                .onFailure(failure -> Conflicts.taken(failure, Pin.UNIQUE_KEY))
                .recoverWithUni(() -> {
                    if (attempts == 1) {
                        throw new NoFreePin();
                    }
                    return open(host, plan, play, attempts - 1);
                });
    }

    /** Enters the room of a PIN, also while it plays; joining twice is joining once. */
    public Uni<MatchId> join(PlayerId id, String pin) {
        return arrivals.add(new Arrival(id, pin)).chain(found -> {
            if (found.name() == null) {
                throw new UnknownPlayer();
            }
            if (found.room() == null) {
                throw new NoSuchRoom();
            }
            return roster.join(found.room(), Entrant.person(id, found.name()), config.capacity())
                    .invoke(RoomService::refuse)
                    .replaceWith(found.room());
        });
    }

    /** Two queries for all who come at the same time, whatever rooms they go to. */
    private Uni<List<Found>> find(List<Arrival> group) {
        Set<PlayerId> players = group.stream().map(Arrival::player).collect(Collectors.toSet());
        Set<String> pins = group.stream().map(Arrival::pin).collect(Collectors.toSet());
        return identity.names(players).chain(names -> matches.byPins(pins).map(rooms -> group.stream()
                .map(one -> new Found(names.get(one.player()), rooms.get(one.pin())))
                .toList()));
    }

    private static void refuse(Admission admission) {
        switch (admission) {
            case IN -> {}
            case FULL -> throw new RoomFull();
            case KICKED -> throw new Kicked();
            case OVER -> throw new NoSuchRoom();
            case NOBODY -> throw new UnknownPlayer();
        }
    }

    private record Arrival(PlayerId player, String pin) {}

    /** Null for what is not there. */
    private record Found(String name, MatchId room) {}
}
