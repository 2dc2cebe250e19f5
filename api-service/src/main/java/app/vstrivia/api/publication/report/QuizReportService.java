package app.vstrivia.api.publication.report;

import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.paging.PageRequest;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.question.report.ReportPosition;
import app.vstrivia.api.quiz.QuizAccess;
import app.vstrivia.api.quiz.QuizNotFound;
import app.vstrivia.api.quiz.QuizService;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Shows what players find wrong with a quiz's own questions to who works on it, and to who moderates. */
@ApplicationScoped
public class QuizReportService {
    private final QuizReportStore store;
    private final QuizService quizzes;
    private final Transactions transactions;
    private final AuditLog audit;

    QuizReportService(QuizReportStore store, QuizService quizzes, Transactions transactions, AuditLog audit) {
        this.store = store;
        this.quizzes = quizzes;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** For who works on the quiz: of all its versions, the newest first. Fails with {@link QuizNotFound}. */
    public Uni<Page<QuizReport>> of(UUID quiz, PlayerId player, PageRequest page) {
        return quizzes.find(quiz, player).chain(() -> of(quiz, page));
    }

    /** The same for who moderates; nothing if there is no such quiz. */
    public Uni<Page<QuizReport>> of(UUID quiz, PageRequest page) {
        ReportPosition from = Optional.ofNullable(page.after(ReportPosition.KEYS, ReportPosition::at))
                .orElse(ReportPosition.START);
        return store.of(quiz, from, page.limit() + 1)
                .map(read -> Page.of(read, page.limit(), last -> from.after(read.subList(0, page.limit()).stream()
                                .map(QuizReport::reportedAt)
                                .toList())
                        .cursor()));
    }

    /**
     * The quiz's owner or an editor has seen to them; nothing happens where there are none. Fails with {@link QuizNotFound} or {@code
     * NotAllowed}.
     *
     * @param until the moment of the newest that was seen
     */
    public Uni<Void> settle(UUID quiz, Instant until, PlayerId editor) {
        AuditEntry entry =
                audit.entry(AuditAction.QUESTION_REPORTS_SETTLED).by(editor).with("quiz", quiz);
        return quizzes.find(quiz, editor)
                .invoke(found -> found.requireAccess(QuizAccess.EDITOR))
                .chain(() -> transactions.run(transaction -> store.remove(transaction, quiz, until)
                        .chain(count -> count == 0
                                ? Uni.createFrom().voidItem()
                                : audit.add(transaction, entry.with("reports", count)))));
    }
}
