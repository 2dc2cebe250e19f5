package app.vstrivia.api.question.likeness;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.NewQuestion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says which questions of the bank are much like others. */
@ApplicationScoped
public class LikenessService {
    /** So many texts are compared at once, the first ones: nobody types more between two saves. */
    public static final int MOST_TEXTS = 20;

    private final LikenessStore store;

    LikenessService(LikenessStore store) {
        this.store = store;
    }

    /** The question of the bank that is most like each of {@code questions}, if one is much alike. */
    public <K> Uni<Map<K, UUID>> mostAlike(Map<K, NewQuestion> questions) {
        return store.mostAlike(questions);
    }

    /** Remembers new questions of the bank. */
    public Uni<Void> remember(Transaction transaction, Map<UUID, NewQuestion> questions) {
        return store.add(transaction, questions);
    }

    /** Forgets what a question was compared by, when it said something else. */
    public Uni<Void> forget(Transaction transaction, UUID id, NewQuestion question) {
        return store.remove(transaction, id, question);
    }

    /**
     * What of the bank, in review or approved, is much like each of {@code texts}, the most alike first, with one query; nothing for
     * a text that nothing is like.
     */
    public <K> Uni<Map<K, List<SimilarQuestion>>> similar(
            Transaction transaction, String language, Map<K, String> texts) {
        Map<K, Likeness> asked = new LinkedHashMap<>();
        texts.entrySet().stream()
                .limit(MOST_TEXTS)
                .forEach(text -> asked.put(text.getKey(), Likeness.of(language, text.getValue())));
        return asked.isEmpty() ? Uni.createFrom().item(Map.of()) : store.similar(transaction, language, asked);
    }
}
