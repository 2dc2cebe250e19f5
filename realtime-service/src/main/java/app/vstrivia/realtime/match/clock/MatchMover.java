package app.vstrivia.realtime.match.clock;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.match.RoundKey;
import app.vstrivia.model.stream.NewEvent;
import app.vstrivia.model.stream.StreamEvent;
import app.vstrivia.model.stream.StreamLog;
import app.vstrivia.model.stream.WakeUps;
import app.vstrivia.model.trace.TracedWork;
import app.vstrivia.realtime.match.machine.Contender;
import app.vstrivia.realtime.match.machine.Facts;
import app.vstrivia.realtime.match.machine.MatchState;
import app.vstrivia.realtime.match.machine.PlayedAnswer;
import app.vstrivia.realtime.stream.StreamHub;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Moves due matches on, many in one transaction: state, points and events are committed together. */
@ApplicationScoped
class MatchMover {
    private static final int AT_ONCE = 1_000;

    private final Pool pool;
    private final Lineups lineups;
    private final StreamLog log;
    private final WakeUps wakeUps;
    private final StreamHub hub;
    private final Punctuality punctuality;
    private final TracedWork traced;

    MatchMover(
            Pool pool,
            Lineups lineups,
            StreamLog log,
            WakeUps wakeUps,
            StreamHub hub,
            Punctuality punctuality,
            TracedWork traced) {
        this.pool = pool;
        this.lineups = lineups;
        this.log = log;
        this.wakeUps = wakeUps;
        this.hub = hub;
        this.punctuality = punctuality;
        this.traced = traced;
    }

    /** Moves those of {@code ids} that are due and tells which; the others were moved by somebody else, or not yet due. */
    Uni<Set<MatchId>> move(Collection<MatchId> ids) {
        return move(
                transaction -> MoveStore.lockDue(transaction, new TreeSet<>(ids)),
                (transaction, due) -> MoveStore.contenders(transaction, idsOf(due)));
    }

    /**
     * The same for one match of many players. It waits for the match's row, as answers to a large match may hold it in
     * turns, and reads all players only where all are scored.
     */
    Uni<Set<MatchId>> moveLarge(MatchId id) {
        return move(
                transaction -> MoveStore.lockDueAfterOthers(transaction, id),
                (transaction, due) -> isSealing(due.get(0))
                        ? MoveStore.contenders(transaction, idsOf(due))
                        : MoveStore.foremost(transaction, id));
    }

    private Uni<Set<MatchId>> move(
            Function<SqlConnection, Uni<List<DueMatch>>> lock,
            BiFunction<SqlConnection, List<DueMatch>, Uni<Map<MatchId, List<Contender>>>> contenders) {
        TracedWork.Work work = traced.begin("move matches");
        return work == null ? moveUntraced(lock, contenders) : work.run(() -> moveUntraced(lock, contenders));
    }

    private Uni<Set<MatchId>> moveUntraced(
            Function<SqlConnection, Uni<List<DueMatch>>> lock,
            BiFunction<SqlConnection, List<DueMatch>, Uni<Map<MatchId, List<Contender>>>> contenders) {
        return pool.withTransaction(transaction -> lock.apply(transaction)
                        .chain(due -> due.isEmpty()
                                ? Uni.createFrom().item(Done.NOTHING)
                                : contenders
                                        .apply(transaction, due)
                                        .chain(players -> facts(transaction, due, players))
                                        .chain(facts -> steps(due, facts))
                                        .chain(moves -> write(transaction, moves))))
                .invoke(this::tell)
                .map(Done::moved);
    }

    private static List<MatchId> idsOf(List<DueMatch> due) {
        return due.stream().map(DueMatch::id).toList();
    }

    private static boolean isSealing(DueMatch match) {
        return match.state() instanceof MatchState.Open || match.state() instanceof MatchState.Sealed;
    }

    private Uni<Map<MatchId, Facts>> facts(
            SqlConnection transaction, List<DueMatch> due, Map<MatchId, List<Contender>> contenders) {
        List<MatchId> ids = idsOf(due);
        List<RoundKey> toSeal = due.stream()
                .filter(MatchMover::isSealing)
                .map(match -> new RoundKey(match.id(), match.state().round()))
                .toList();
        return lineups.of(transaction, ids)
                .chain(questions -> answers(transaction, toSeal).map(answers -> ids.stream()
                        .collect(Collectors.toMap(
                                id -> id,
                                id -> new Facts(
                                        questions.getOrDefault(id, List.of()),
                                        contenders.getOrDefault(id, List.<Contender>of()),
                                        answers.getOrDefault(id, List.of()))))));
    }

    private static Uni<Map<MatchId, List<PlayedAnswer>>> answers(SqlConnection transaction, List<RoundKey> rounds) {
        return rounds.isEmpty() ? Uni.createFrom().item(Map.of()) : MoveStore.answers(transaction, rounds);
    }

    /** The points of many are counted on a thread that serves no connection. */
    private static Uni<List<Move>> steps(List<DueMatch> due, Map<MatchId, Facts> facts) {
        Uni<List<Move>> steps = Uni.createFrom().item(() -> due.stream()
                .map(match -> Move.of(match, facts.get(match.id())))
                .toList());
        boolean many =
                facts.values().stream().mapToInt(each -> each.answers().size()).sum() > AT_ONCE;
        return many ? steps.runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) : steps;
    }

    private Uni<Done> write(SqlConnection transaction, List<Move> moves) {
        List<NewEvent> events = new ArrayList<>();
        moves.forEach(move -> events.addAll(move.newEvents()));
        return MoveStore.write(transaction, moves)
                .chain(() -> ScoreStore.write(transaction, moves))
                .chain(() -> log.append(transaction, events))
                .map(written -> new Done(moves, written));
    }

    private void tell(Done done) {
        wakeUps.publish(done.events());
        hub.offer(done.events());
        done.moves().forEach(punctuality::told);
        done.moves().stream()
                .filter(move -> move.next() instanceof MatchState.Finished)
                .forEach(move -> lineups.forget(move.id()));
    }

    private record Done(List<Move> moves, List<StreamEvent> events) {
        static final Done NOTHING = new Done(List.of(), List.of());

        Set<MatchId> moved() {
            return moves.stream().map(Move::id).collect(Collectors.toSet());
        }
    }
}
