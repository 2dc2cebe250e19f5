package app.vstrivia.api.moderation;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.platform.paging.Cursor;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The queue of what is to be looked at. */
@ApplicationScoped
public class ReviewService {
    private final ReviewStore store;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Map<String, Reviewed> kinds;

    ReviewService(ReviewStore store, Transactions transactions, AuditLog audit, @All List<Reviewed> kinds) {
        this.store = store;
        this.transactions = transactions;
        this.audit = audit;
        this.kinds = kinds.stream().collect(Collectors.toMap(Reviewed::kind, kind -> kind));
    }

    /**
     * Notes what was found as a part of {@code transaction}, which holds the thing; it waits for a moderator if nothing is
     * decided.
     *
     * @param kind that of a {@link Reviewed}
     */
    public Uni<Void> open(Transaction transaction, String kind, UUID thing, Opinion opinion) {
        return store.put(transaction, kind, thing, opinion);
    }

    /**
     * Others, who see the thing, find something wrong with it, and a moderator is to look. When somebody has decided it is in the
     * queue no more: until the next report.
     *
     * @param kind that of a {@link Reviewed}
     * @param labels what they find
     */
    public Uni<Void> report(Transaction transaction, String kind, UUID thing, List<String> labels) {
        return store.report(transaction, kind, thing, labels);
    }

    /** The thing is gone, or about to go. */
    public Uni<Void> close(Transaction transaction, UUID thing) {
        return store.remove(transaction, thing);
    }

    /** The oldest first. {@code after} is null for the beginning. */
    public Uni<Page<ReviewView>> list(ReviewStatus status, UUID after, int limit) {
        return store.list(status.wire(), after, limit)
                .map(found -> Page.of(found, limit, last -> Cursor.of(last.id().toString())))
                .chain(page -> previews(page.items())
                        .map(previews -> new Page<>(
                                page.items().stream()
                                        .map(review -> ReviewView.of(review, previews.get(review.id())))
                                        .toList(),
                                page.next())));
    }

    /** Some things of these kinds, of which there is one at least, that were refused so long ago. */
    public Uni<List<UUID>> refused(Set<String> kinds, Duration age, int most) {
        return store.refused(kinds, age, most);
    }

    private Uni<Map<UUID, URI>> previews(List<Review> reviews) {
        return Multi.createFrom()
                .iterable(reviews.stream().map(Review::kind).distinct().toList())
                .onItem()
                .transformToUniAndConcatenate(kind -> kinds.get(kind)
                        .previews(reviews.stream()
                                .filter(review -> review.kind().equals(kind))
                                .map(Review::id)
                                .toList()))
                .collect()
                .in(HashMap::new, Map::putAll);
    }

    /**
     * Approves or refuses, whatever was decided before. Fails with {@link ReviewNotFound}, or {@link OwnThing}.
     *
     * @param reason null or blank for none
     */
    public Uni<Void> decide(UUID thing, Decision decision, String reason, Actor by) {
        String words = reason == null || reason.isBlank() ? null : reason.strip();
        AuditEntry entry = audit.entry(AuditAction.REVIEW_DECIDED)
                .by(by)
                .with("thing", thing)
                .with("decision", decision.wire());
        return transactions.run(transaction -> store.kind(transaction, thing)
                .map(found -> found.orElseThrow(ReviewNotFound::new))
                .call(kind -> kinds.get(kind)
                        .decided(transaction, thing, decision, words, by)
                        .invoke(there -> {
                            if (!there) {
                                throw new ReviewNotFound();
                            }
                        }))
                .call(() -> store.decide(transaction, thing, decision, words))
                .chain(kind -> audit.add(
                        transaction,
                        words == null
                                ? entry.with("kind", kind)
                                : entry.with("kind", kind).with("reason", words))));
    }
}
