package app.vstrivia.model.match;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.match.AnswerStore.AnswerKey;
import app.vstrivia.model.protocol.ServerMessage.Ack.Status;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Stores answers so that an acknowledgement is a promise: the transaction holds the matches' rows in share mode from
 * before it looks whether the round is open until its commit, and sealing a round takes the same row exclusively.
 */
@ApplicationScoped
public class AnswerLedger {
    private final Pool pool;

    AnswerLedger(Pool pool) {
        this.pool = pool;
    }

    /**
     * Stores answers in one transaction. When the result is there it is committed, and what counts as stored will be
     * scored; a failure means that none of them is.
     *
     * @param answers not empty; the outcomes come in the same order
     */
    public Uni<List<StoredAnswer>> store(List<PlayerAnswer> answers) {
        return pool.withTransaction(transaction -> store(transaction, answers));
    }

    private Uni<List<StoredAnswer>> store(SqlConnection transaction, List<PlayerAnswer> answers) {
        SortedSet<MatchId> matches = new TreeSet<>();
        answers.forEach(answer -> matches.add(answer.match()));
        return AnswerStore.lockOpenRounds(transaction, matches).chain(open -> {
            List<PlayerAnswer> inTime = answers.stream()
                    .filter(answer -> open.contains(new RoundKey(answer.match(), answer.round())))
                    .toList();
            if (inTime.size() == answers.size() && eachOnce(answers)) {
                return insertAll(transaction, answers);
            }
            // Resends and late ones are rare: here an answer may stand from before the seal.
            Uni<Integer> inserted =
                    inTime.isEmpty() ? Uni.createFrom().item(0) : AnswerStore.insert(transaction, inTime);
            return inserted.chain(() -> outcomes(transaction, answers));
        });
    }

    private static boolean eachOnce(List<PlayerAnswer> answers) {
        Set<AnswerKey> keys = new HashSet<>();
        return answers.stream().allMatch(answer -> keys.add(AnswerKey.of(answer)));
    }

    private static Uni<List<StoredAnswer>> insertAll(SqlConnection transaction, List<PlayerAnswer> answers) {
        return AnswerStore.insert(transaction, answers)
                .chain(inserted -> inserted == answers.size()
                        ? Uni.createFrom()
                                .item(answers.stream().map(StoredAnswer::stored).toList())
                        : outcomes(transaction, answers));
    }

    private static Uni<List<StoredAnswer>> outcomes(SqlClient client, List<PlayerAnswer> answers) {
        return AnswerStore.standing(client, answers).map(standing -> answers.stream()
                .map(answer -> standing.containsKey(AnswerKey.of(answer))
                        ? standing.get(AnswerKey.of(answer)).against(answer)
                        : StoredAnswer.late(answer))
                .toList());
    }

    /** What became of an answer that cannot be stored any more: the one that stands, or late. Nothing is written. */
    public Uni<StoredAnswer> find(PlayerAnswer answer) {
        return outcomes(pool, List.of(answer)).map(found -> found.get(0));
    }

    /**
     * The same for many, in their order, with two queries; {@code answers} is not empty. Empty where it is not known before
     * the round is sealed, since somebody else may be about to store the answer.
     */
    public Uni<List<Optional<StoredAnswer>>> findSettled(List<PlayerAnswer> answers) {
        Set<MatchId> matches = answers.stream().map(PlayerAnswer::match).collect(Collectors.toSet());
        // In this order: of a round that is seen to be sealed everything that was stored is seen, too.
        return AnswerStore.openRounds(pool, matches)
                .chain(open -> outcomes(pool, answers).map(found -> found.stream()
                        .map(one -> one.status() == Status.LATE && open.contains(roundOf(one.given()))
                                ? Optional.<StoredAnswer>empty()
                                : Optional.of(one))
                        .toList()));
    }

    private static RoundKey roundOf(PlayerAnswer answer) {
        return new RoundKey(answer.match(), answer.round());
    }

    /**
     * Ends a round early once every player who is there has answered. Whoever left, or has no socket, is not waited for;
     * a bot's thinking time is.
     *
     * @return when the round ends now, in ms on the database's clock, if all have answered
     */
    public Uni<Optional<Long>> closeIfAllAnswered(RoundKey round) {
        return AnswerStore.sealableFrom(pool, round)
                .call(from -> from.isEmpty() ? Uni.createFrom().voidItem() : AnswerStore.pullForward(pool, round));
    }
}
