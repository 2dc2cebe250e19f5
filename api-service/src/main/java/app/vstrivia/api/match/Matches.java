package app.vstrivia.api.match;

import app.vstrivia.api.identity.Accounts;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.lineup.Asked;
import app.vstrivia.api.question.lineup.LineupQuestion;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Hold;
import app.vstrivia.model.match.LineupHash;
import app.vstrivia.model.protocol.MatchEvent;
import app.vstrivia.model.protocol.MatchEvent.Finished.Drawn;
import app.vstrivia.model.protocol.PlayerEvent;
import app.vstrivia.model.stream.StreamId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The changes of a match, each a part of the caller's transaction. Whoever changes a match that exists takes it with
 * {@link #lock} first.
 */
@ApplicationScoped
public class Matches {
    private final MatchStore matches;
    private final MemberStore members;
    private final RoundStore rounds;
    private final ShownStore shown;

    Matches(MatchStore matches, MemberStore members, RoundStore rounds, ShownStore shown) {
        this.matches = matches;
        this.members = members;
        this.rounds = rounds;
        this.shown = shown;
    }

    /** Creates a duel that is about to start. */
    public Uni<MatchId> createDuel(
            Transaction transaction, Settings settings, List<Entrant> entrants, List<LineupQuestion> lineup) {
        NewMatch match = NewMatch.duel(settings);
        return create(transaction, match)
                .chain(() -> members.enter(transaction, match.id(), entrants, 0))
                .chain(() -> lock(transaction, match.id()))
                .chain(state -> start(transaction, state, lineup))
                .replaceWith(match.id());
    }

    /** Creates a room with an open lobby; fails with {@code UnknownPlayer}, or on the unique key {@code live_match_pin} if the PIN is taken. */
    public Uni<MatchId> createRoom(Transaction transaction, RoomPlan plan, PlayerId host, String pin) {
        NewMatch match = NewMatch.room(plan, host, pin);
        return Accounts.keep(transaction, host)
                .chain(() -> create(transaction, match))
                .replaceWith(match.id());
    }

    private Uni<Void> create(Transaction transaction, NewMatch match) {
        return matches.insert(transaction, match).chain(() -> transaction.create(StreamId.of(match.id())));
    }

    /** Takes the match for a change; fails with {@link MatchNotFound}. */
    public Uni<MatchState> lock(Transaction transaction, MatchId id) {
        return matches.lock(transaction, id).onItem().ifNull().failWith(MatchNotFound::new);
    }

    /** The matches that PINs open; {@code pins} is not empty, and one that opens nothing is left out. */
    public Uni<Map<String, MatchId>> byPins(Collection<String> pins) {
        return matches.byPins(pins);
    }

    /** The player's status in the match, or null for somebody who never entered. */
    public Uni<PlayerStatus> status(Transaction transaction, MatchId match, PlayerId player) {
        return members.status(transaction, match, player);
    }

    /** How many are in the match now. */
    public Uni<Integer> countPlayers(Transaction transaction, MatchId match) {
        return members.countActive(transaction, match);
    }

    /** Lets the first player into a match that this transaction makes, and tells the others. */
    public Uni<Void> enterFirst(Transaction transaction, MatchId match, Entrant entrant) {
        transaction.tell(
                StreamId.of(match),
                new MatchEvent.PlayerJoined(
                        new MatchEvent.PlayerJoined.Player(entrant.id(), entrant.name(), entrant.isBot()), 1));
        return members.enter(transaction, match, List.of(entrant), 0);
    }

    /** Takes the changes in their order, as if each came alone; the match is locked by the caller. */
    Uni<List<Change.Outcome>> change(Transaction transaction, MatchState match, List<Change> changes) {
        Set<PlayerId> players = changes.stream().map(Change::player).collect(Collectors.toSet());
        return members.statuses(transaction, match.id(), players)
                .chain(statuses -> known(transaction, changes).chain(known -> countPlayers(transaction, match.id())
                        .map(count -> new Attendance(match, statuses, known, count))))
                .chain(attendance -> {
                    List<Change.Outcome> outcomes =
                            changes.stream().map(attendance::take).toList();
                    attendance.events().forEach(event -> transaction.tell(event.stream(), event.body()));
                    return write(transaction, match, attendance).replaceWith(outcomes);
                });
    }

    private static Uni<Set<PlayerId>> known(Transaction transaction, List<Change> changes) {
        return Accounts.keep(
                transaction,
                changes.stream()
                        .filter(Change.Join.class::isInstance)
                        .map(Change::player)
                        .collect(Collectors.toSet()));
    }

    private Uni<Void> write(Transaction transaction, MatchState match, Attendance attendance) {
        Uni<Void> entered = attendance.entered().isEmpty()
                ? Uni.createFrom().voidItem()
                : members.enter(transaction, match.id(), attendance.entered(), match.missedMs());
        return attendance.left().isEmpty()
                ? entered
                : entered.chain(() -> members.takeOut(transaction, match.id(), attendance.left(), PlayerStatus.LEFT));
    }

    /** Puts somebody out who is or was in it, and tells the others and the player. */
    public Uni<Void> kick(Transaction transaction, MatchId match, PlayerId player) {
        return members.takeOut(transaction, match, List.of(player), PlayerStatus.KICKED)
                .chain(() -> members.countActive(transaction, match))
                .invoke(players -> {
                    transaction.tell(
                            StreamId.of(match),
                            new MatchEvent.PlayerLeft(player, MatchEvent.PlayerLeft.Why.KICKED, players));
                    transaction.tell(StreamId.of(player), new PlayerEvent.MatchLeft(match));
                })
                .replaceWithVoid();
    }

    /** Deals the lineup and starts; the hash binds the match to it. */
    public Uni<Void> start(Transaction transaction, MatchState match, List<LineupQuestion> lineup) {
        return deal(
                transaction,
                match,
                lineup,
                () -> shown.copy(transaction, match.id(), match.settings().pace()));
    }

    /** The same with the questions of a quiz, as its version has them. */
    public Uni<Void> startQuiz(Transaction transaction, MatchState match, List<QuizRound> rounds) {
        List<LineupQuestion> lineup = rounds.stream().map(QuizRound::question).toList();
        return deal(transaction, match, lineup, () -> shown.write(transaction, match.id(), rounds));
    }

    /** @param show writes what the rounds show beside their texts, once they are there */
    private Uni<Void> deal(
            Transaction transaction, MatchState match, List<LineupQuestion> lineup, Supplier<Uni<Void>> show) {
        LocalDateTime startsAt =
                match.now().plus(Duration.ofMillis(match.settings().pace().startMs()));
        String hash = LineupHash.of(match.nonce(), drawn(lineup));
        transaction.tell(
                StreamId.of(match.id()),
                new MatchEvent.Starting(
                        millis(startsAt), lineup.size(), match.settings().scoring(), hash));
        return rounds.insert(transaction, match.id(), lineup)
                .chain(() -> show.get())
                .chain(() -> matches.start(transaction, match.id(), hash, Asked.inShort(lineup), startsAt));
    }

    /** Changes what happens next and when; {@code phaseEndsAt} on the database's clock. */
    public Uni<Void> reschedule(
            Transaction transaction,
            MatchState match,
            MatchEvent.ScheduleChanged.Change change,
            Hold hold,
            LocalDateTime phaseEndsAt) {
        transaction.tell(StreamId.of(match.id()), new MatchEvent.ScheduleChanged(change, millis(phaseEndsAt)));
        return matches.reschedule(transaction, match.id(), hold, phaseEndsAt);
    }

    private static List<Drawn> drawn(List<LineupQuestion> lineup) {
        List<Drawn> drawn = new ArrayList<>(lineup.size());
        for (LineupQuestion question : lineup) {
            drawn.add(new Drawn(
                    drawn.size() + 1,
                    question.questionId(),
                    question.choices(),
                    question.solution().choices(),
                    question.solution().shown()));
        }
        return drawn;
    }

    private static Long millis(LocalDateTime moment) {
        return moment.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
