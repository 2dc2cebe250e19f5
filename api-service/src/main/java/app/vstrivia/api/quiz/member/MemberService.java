package app.vstrivia.api.quiz.member;

import app.vstrivia.api.identity.Accounts;
import app.vstrivia.api.identity.IdentityService;
import app.vstrivia.api.identity.PlayerNotFound;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.quiz.Quiz;
import app.vstrivia.api.quiz.QuizAccess;
import app.vstrivia.api.quiz.QuizService;
import app.vstrivia.api.quiz.TooManyQuizzes;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who works on a quiz. All of it fails with {@code QuizNotFound} for whoever is no member. */
@ApplicationScoped
public class MemberService {
    /** Of one quiz, its owner included. */
    public static final int MOST_MEMBERS = 20;

    /** Of others, that are shared with one player: one is not asked. */
    private static final int MOST_SHARED = 500;

    private final QuizService quizzes;
    private final IdentityService identity;
    private final MemberStore store;
    private final Transactions transactions;

    MemberService(QuizService quizzes, IdentityService identity, MemberStore store, Transactions transactions) {
        this.quizzes = quizzes;
        this.identity = identity;
        this.store = store;
        this.transactions = transactions;
    }

    /** All of them, the owner first; who is being erased has no name any more. */
    public Uni<List<QuizMember>> members(UUID quiz, PlayerId player) {
        return quizzes.find(quiz, player)
                .chain(found -> store.members(quiz))
                .chain(members -> identity.names(members.keySet()).map(names -> members.entrySet().stream()
                        .map(member -> new QuizMember(
                                member.getKey(), names.getOrDefault(member.getKey(), ""), member.getValue()))
                        .toList()));
    }

    /**
     * Lets a player look at the quiz or change it, or changes which of the two. Fails with {@code NotAllowed} for all but the
     * owner, {@code QuizInTrash}, {@link PlayerNotFound}, {@link OwnerStays}, {@link TooManyMembers} or {@link TooManyQuizzes}.
     */
    public Uni<Void> share(UUID quiz, PlayerId owner, PlayerId member, QuizAccess access) {
        // The player comes first, as in a merge.
        return transactions.run(transaction -> Accounts.keep(transaction, Set.of(member))
                .chain(kept -> quizzes.hold(transaction, quiz, owner)
                        .map(held -> held.changeable(QuizAccess.OWNER))
                        .invoke(held -> {
                            if (kept.isEmpty()) {
                                throw new PlayerNotFound();
                            }
                        }))
                .chain(() -> store.members(transaction, quiz))
                .chain(members -> makeRoom(transaction, members, member, access))
                .chain(() -> store.put(transaction, quiz, member, access)));
    }

    private Uni<Void> makeRoom(
            Transaction transaction, Map<PlayerId, QuizAccess> members, PlayerId member, QuizAccess access) {
        if (access == QuizAccess.OWNER || members.get(member) == QuizAccess.OWNER) {
            throw new OwnerStays();
        }
        if (members.containsKey(member)) {
            return Uni.createFrom().voidItem();
        }
        if (members.size() >= MOST_MEMBERS) {
            throw new TooManyMembers();
        }
        return store.shared(transaction, member)
                .invoke(shared -> {
                    if (shared >= MOST_SHARED) {
                        throw new TooManyQuizzes();
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Takes a member's access, or one's own; nothing happens if that player has none. Fails with {@code NotAllowed} for who
     * would remove another without being the owner, or with {@link OwnerStays}.
     */
    public Uni<Void> remove(UUID quiz, PlayerId player, PlayerId member) {
        return transactions.run(transaction -> quizzes.hold(transaction, quiz, player)
                .invoke(held -> requireMayRemove(held, player, member))
                .chain(() -> store.remove(transaction, quiz, member)));
    }

    private static void requireMayRemove(Quiz held, PlayerId player, PlayerId member) {
        boolean self = player.equals(member);
        if (!self) {
            held.changeable(QuizAccess.OWNER);
        } else if (held.access() == QuizAccess.OWNER) {
            throw new OwnerStays();
        }
    }
}
