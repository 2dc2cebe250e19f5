package app.vstrivia.api.quiz;

import app.vstrivia.api.identity.Accounts;
import app.vstrivia.api.platform.paging.Cursor;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.revision.PreconditionFailed;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.question.likeness.LikenessService;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Quizzes, for those who work on them. All that names a quiz fails with {@link QuizNotFound} for whoever is no member. */
@ApplicationScoped
public class QuizService {
    /** Of one owner, in the trash or not. */
    public static final int MOST_OWNED = 200;

    private final QuizStore store;
    private final LikenessService likeness;
    private final Transactions transactions;

    QuizService(QuizStore store, LikenessService likeness, Transactions transactions) {
        this.store = store;
        this.likeness = likeness;
        this.transactions = transactions;
    }

    /** A new quiz of {@code author}. Fails with {@link TooManyQuizzes} or {@link InvalidQuiz}. */
    public Uni<SavedQuiz> create(PlayerId author, QuizDraft draft) {
        return transactions.run(transaction -> add(transaction, author, draft)
                .chain(quiz -> compared(transaction, quiz, typed(draft.items(), Set.of()))));
    }

    private Uni<Quiz> add(Transaction transaction, PlayerId author, QuizDraft draft) {
        return Accounts.lock(transaction, author)
                .chain(name -> DraftStore.owned(transaction, author))
                .invoke(owned -> {
                    if (owned >= MOST_OWNED) {
                        throw new TooManyQuizzes();
                    }
                })
                .chain(() -> requireKnown(transaction, draft.items(), Set.of()))
                .chain(() -> {
                    UUID quiz = UuidV7.next();
                    return DraftStore.add(transaction, quiz, author, draft)
                            .chain(() -> found(store.find(transaction, quiz, author)));
                });
    }

    /** A new quiz of {@code player} with the same content. Fails with {@link TooManyQuizzes}. */
    public Uni<Quiz> copy(UUID quiz, PlayerId player) {
        return find(quiz, player)
                .map(original -> QuizDraft.copyOf(original.content()))
                .chain(copy -> transactions.run(transaction -> add(transaction, player, copy)));
    }

    public Uni<Quiz> find(UUID quiz, PlayerId player) {
        return found(store.find(quiz, player));
    }

    /** A page of the player's quizzes, the newest first, from behind {@code after} on, which is null for the first one. */
    public Uni<Page<QuizSummary>> list(PlayerId player, boolean trashed, UUID after, int limit) {
        return store.list(player, trashed, after, limit + 1)
                .map(read ->
                        Page.of(read, limit, last -> Cursor.of(last.quizId().toString())));
    }

    /**
     * The whole of a quiz at one revision, in one consistent read, for who may change it, and held to the end of the transaction:
     * what is published is what was looked at. Fails with {@link NotAllowed}, {@link QuizInTrash}, or {@link PreconditionFailed} if
     * the quiz was saved since.
     */
    public Uni<QuizContent> contentAt(Transaction transaction, UUID quiz, PlayerId editor, int revision) {
        return hold(transaction, quiz, editor)
                .map(found -> found.changeable(QuizAccess.EDITOR).content())
                .invoke(content -> {
                    if (content.revision() != revision) {
                        throw new PreconditionFailed();
                    }
                });
    }

    /**
     * Saves {@code draft} in place of what the quiz was. Fails with {@link NotAllowed}, {@link QuizInTrash} or {@link
     * InvalidQuiz}, and with {@link PreconditionFailed} if the quiz as it is does not have the client's consent.
     */
    public Uni<SavedQuiz> save(UUID quiz, PlayerId editor, QuizDraft draft, Predicate<Quiz> consent) {
        return transactions.run(transaction -> hold(transaction, quiz, editor)
                .map(held -> held.changeable(QuizAccess.EDITOR))
                .invoke(held -> {
                    if (!consent.test(held)) {
                        throw new PreconditionFailed();
                    }
                })
                .chain(held -> requireKnown(
                                transaction,
                                draft.items(),
                                quoted(held.content().items()))
                        .chain(() -> DraftStore.save(transaction, quiz, draft))
                        .chain(() -> found(store.find(transaction, quiz, editor)))
                        .chain(saved -> compared(
                                transaction,
                                saved,
                                typed(draft.items(), texts(held.content().items()))))));
    }

    private Uni<SavedQuiz> compared(Transaction transaction, Quiz quiz, Map<UUID, String> typed) {
        return likeness.similar(transaction, quiz.content().language(), typed)
                .map(similar -> new SavedQuiz(quiz, similar));
    }

    /** The texts of the author's own questions that are not among those of before, by the ids of their items. */
    private static Map<UUID, String> typed(List<DraftItem> items, Set<String> before) {
        Map<UUID, String> typed = new LinkedHashMap<>();
        items.forEach(item -> {
            if (item instanceof DraftItem.Own own
                    && !before.contains(own.question().text())) {
                typed.put(own.id(), own.question().text());
            }
        });
        return typed;
    }

    private static Set<String> texts(List<QuizItem> items) {
        return items.stream().map(item -> item.question().text()).collect(Collectors.toSet());
    }

    /** Throws it away; nothing happens if it is in the trash. Fails with {@link NotAllowed}. */
    public Uni<Void> trash(UUID quiz, PlayerId owner) {
        return asOwner(quiz, owner, transaction -> DraftStore.trash(transaction, quiz));
    }

    /** Gets it back from the trash; nothing happens if it is not there. Fails with {@link NotAllowed}. */
    public Uni<Void> restore(UUID quiz, PlayerId owner) {
        return asOwner(quiz, owner, transaction -> DraftStore.restore(transaction, quiz));
    }

    /** Deletes all that the player has in the trash. */
    public Uni<Void> emptyTrash(PlayerId owner) {
        return transactions.run(transaction -> DraftStore.emptyTrash(transaction, owner));
    }

    /** The quiz, held to the end of the transaction, for what else changes it. */
    public Uni<Quiz> hold(Transaction transaction, UUID quiz, PlayerId player) {
        return DraftStore.lock(transaction, quiz).chain(() -> found(store.find(transaction, quiz, player)));
    }

    /** Holds the quiz to the end of the transaction, whoever asks; false if there is none, or it is in the trash. */
    public Uni<Boolean> holdKept(Transaction transaction, UUID quiz) {
        return DraftStore.lockKept(transaction, quiz);
    }

    /** Whether the player is as much as {@code needed} to a quiz; false if there is none. */
    public Uni<Boolean> isAllowed(UUID quiz, PlayerId player, QuizAccess needed) {
        return store.find(quiz, player)
                .map(found -> found != null && found.access().allows(needed));
    }

    /** Whose it is, whoever asks; empty if it is gone. */
    public Uni<Optional<PlayerId>> owner(Transaction transaction, UUID quiz) {
        return DraftStore.owner(transaction, quiz);
    }

    private Uni<Void> asOwner(UUID quiz, PlayerId owner, Function<Transaction, Uni<Void>> change) {
        return transactions.run(transaction -> hold(transaction, quiz, owner)
                .invoke(held -> held.requireAccess(QuizAccess.OWNER))
                .chain(() -> change.apply(transaction)));
    }

    private static Uni<Quiz> found(Uni<Quiz> quiz) {
        return quiz.onItem().ifNull().failWith(QuizNotFound::new);
    }

    private static Set<UUID> quoted(List<QuizItem> items) {
        Set<UUID> quoted = new LinkedHashSet<>();
        items.forEach(item -> {
            if (item instanceof QuizItem.Quoted bank) {
                quoted.add(bank.bankQuestion());
            }
        });
        return quoted;
    }

    /** What is quoted is there, and the bank forgets nothing; so only what is new is asked for. */
    private static Uni<Void> requireKnown(Transaction transaction, List<DraftItem> items, Set<UUID> before) {
        Set<UUID> asked = new LinkedHashSet<>();
        items.forEach(item -> {
            if (item instanceof DraftItem.Quoted bank && !before.contains(bank.question())) {
                asked.add(bank.question());
            }
        });
        return ItemStore.known(transaction, asked)
                .invoke(known -> {
                    asked.removeAll(known);
                    for (int i = 0; i < items.size(); i++) {
                        if (items.get(i) instanceof DraftItem.Quoted bank && asked.contains(bank.question())) {
                            throw new InvalidQuiz("items[" + i + "].questionId", "names no question of the bank");
                        }
                    }
                })
                .replaceWithVoid();
    }
}
