package app.vstrivia.api.publication.version;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.quiz.QuizNotFound;
import app.vstrivia.api.quiz.QuizService;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Versions for matches. What was withdrawn is none. */
@ApplicationScoped
public class PlayableVersions {
    private final VersionStore store;
    private final QuizService quizzes;

    PlayableVersions(VersionStore store, QuizService quizzes) {
        this.store = store;
        this.quizzes = quizzes;
    }

    /**
     * The version that a match of this host is to play: everybody may play what everybody sees, and who works on the quiz each of
     * its versions. Fails with {@link NotPublished}, or with {@link QuizNotFound} for who may not know of it.
     *
     * @param number null for what everybody sees
     * @param author whether the host has the role to work on quizzes
     */
    public Uni<PlayableVersion> choose(UUID quiz, Integer number, PlayerId host, boolean author) {
        return store.shownToAll(quiz)
                .map(shown -> shown.map(PublishedQuiz::version))
                .chain(shown -> number == null || shown.equals(Optional.of(number))
                        ? Uni.createFrom().item(shown)
                        : ofMember(quiz, number, host, author))
                .map(version -> version.orElseThrow(NotPublished::new))
                .chain(version -> store.playable(quiz, version))
                .map(found -> found.orElseThrow(NotPublished::new));
    }

    private Uni<Optional<Integer>> ofMember(UUID quiz, int number, PlayerId host, boolean author) {
        return author
                ? quizzes.find(quiz, host)
                        .map(found -> found.trashedAt() == null ? Optional.of(number) : Optional.empty())
                : Uni.createFrom().item(Optional.empty());
    }

    /** The version of a match that is about to start; empty if it is gone or withdrawn since. */
    public Uni<Optional<PlayableVersion>> find(Transaction transaction, UUID quiz, int version) {
        return store.playable(transaction, quiz, version);
    }
}
