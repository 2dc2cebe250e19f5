package app.vstrivia.api.room;

import app.vstrivia.api.match.Lineups;
import app.vstrivia.api.match.PlayedQuiz;
import app.vstrivia.api.match.QuizRound;
import app.vstrivia.api.match.RoomPlan;
import app.vstrivia.api.match.Settings;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.publication.document.FrozenQuiz;
import app.vstrivia.api.publication.version.PlayableVersion;
import app.vstrivia.api.publication.version.PlayableVersions;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What rooms play that were opened with a published quiz. */
@ApplicationScoped
class QuizRooms {
    private final PlayableVersions versions;
    private final Lineups lineups;
    /** Gives each match the seed of a generator of its own, which players cannot foresee. */
    private final RandomGenerator seeds = new SecureRandom();

    QuizRooms(PlayableVersions versions, Lineups lineups) {
        this.versions = versions;
        this.lineups = lineups;
    }

    /** Fixes the version. Fails with {@code NotPublished}, {@code QuizNotFound} or {@code TypesNotOffered}. */
    Uni<RoomPlan> plan(PlayerId host, QuizChoice choice, boolean author) {
        return versions.choose(choice.quizId(), choice.version(), host, author).map(version -> {
            requireOffered(version);
            FrozenQuiz quiz = version.content();
            Settings settings = new Settings(
                    null, null, null, quiz.language(), quiz.settings().scoring(), choice.pace(), null);
            return new RoomPlan(
                    settings,
                    new PlayedQuiz(quiz.quiz(), version.version()),
                    quiz.items().size());
        });
    }

    /** The rounds of a room that starts. Fails with {@link VersionNotPlayable} or {@code TypesNotOffered}. */
    Uni<List<QuizRound>> deal(Transaction transaction, PlayedQuiz quiz) {
        return versions.find(transaction, quiz.quizId(), quiz.version()).map(found -> {
            PlayableVersion version = found.orElseThrow(VersionNotPlayable::new);
            requireOffered(version);
            return QuizLineup.of(version, new SplittableRandom(seeds.nextLong()));
        });
    }

    private void requireOffered(PlayableVersion version) {
        lineups.requireOffered(
                version.content().items().stream().map(QuizLineup::type).toList());
    }
}
