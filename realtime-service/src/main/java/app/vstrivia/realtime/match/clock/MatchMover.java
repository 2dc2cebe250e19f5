package app.vstrivia.realtime.match.clock;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.match.RoundKey;
import app.vstrivia.model.stream.NewEvent;
import app.vstrivia.model.stream.StreamEvent;
import app.vstrivia.model.stream.StreamLog;
import app.vstrivia.model.stream.WakeUps;
import app.vstrivia.realtime.match.machine.Contender;
import app.vstrivia.realtime.match.machine.Facts;
import app.vstrivia.realtime.match.machine.MatchState;
import app.vstrivia.realtime.match.machine.PlayedAnswer;
import app.vstrivia.realtime.stream.StreamHub;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Moves due matches on, many in one transaction: state, points and events are committed together. */
@ApplicationScoped
class MatchMover {
    private final Pool pool;
    private final Lineups lineups;
    private final StreamLog log;
    private final WakeUps wakeUps;
    private final StreamHub hub;

    MatchMover(Pool pool, Lineups lineups, StreamLog log, WakeUps wakeUps, StreamHub hub) {
        this.pool = pool;
        this.lineups = lineups;
        this.log = log;
        this.wakeUps = wakeUps;
        this.hub = hub;
    }

    /** Moves those of {@code ids} that are due and tells which; the others were moved by somebody else, or not yet due. */
    Uni<Set<MatchId>> move(Collection<MatchId> ids) {
        return pool.withTransaction(transaction -> MoveStore.lockDue(transaction, new TreeSet<>(ids))
                        .chain(due -> due.isEmpty()
                                ? Uni.createFrom().item(Done.NOTHING)
                                : facts(transaction, due).chain(facts -> write(transaction, due, facts))))
                .invoke(this::tell)
                .map(Done::moved);
    }

    private Uni<Map<MatchId, Facts>> facts(SqlConnection transaction, List<DueMatch> due) {
        List<MatchId> ids = due.stream().map(DueMatch::id).toList();
        List<RoundKey> toSeal = due.stream()
                .filter(match -> match.state() instanceof MatchState.Open || match.state() instanceof MatchState.Sealed)
                .map(match -> new RoundKey(match.id(), match.state().round()))
                .toList();
        return lineups.of(transaction, ids).chain(questions -> MoveStore.contenders(transaction, ids)
                .chain(contenders -> answers(transaction, toSeal).map(answers -> ids.stream()
                        .collect(Collectors.toMap(
                                id -> id,
                                id -> new Facts(
                                        questions.getOrDefault(id, List.of()),
                                        contenders.getOrDefault(id, List.<Contender>of()),
                                        answers.getOrDefault(id, List.of())))))));
    }

    private static Uni<Map<MatchId, List<PlayedAnswer>>> answers(SqlConnection transaction, List<RoundKey> rounds) {
        return rounds.isEmpty() ? Uni.createFrom().item(Map.of()) : MoveStore.answers(transaction, rounds);
    }

    private Uni<Done> write(SqlConnection transaction, List<DueMatch> due, Map<MatchId, Facts> facts) {
        List<Move> moves =
                due.stream().map(match -> Move.of(match, facts.get(match.id()))).toList();
        List<NewEvent> events = new ArrayList<>();
        moves.forEach(move -> events.addAll(move.newEvents()));
        return MoveStore.write(transaction, moves)
                .chain(() -> MoveStore.writeAnswers(transaction, moves))
                .chain(() -> MoveStore.writeContenders(transaction, moves))
                .chain(() -> log.append(transaction, events))
                .map(written -> new Done(moves, written));
    }

    private void tell(Done done) {
        wakeUps.publish(done.events());
        hub.offer(done.events());
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
