package app.vstrivia.model.match;

import app.vstrivia.model.protocol.MatchEvent.Finished.Drawn;
import app.vstrivia.model.protocol.ShownSolution;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Binds a match to its lineup before it is played: SHA-256, in hex, of the UTF-8 text {@code nonce \n} followed for each
 * round by {@code round:question:correct \n} and each choice with its own {@code \n}, where {@code correct} is the
 * indexes joined by commas. Where choices cannot say what is right, it follows: the number and the tolerance, or the order (the
 * indexes joined by commas), or each accepted text, with its own {@code \n} each. The nonce (32 hex digits) keeps short lineups from being guessed.
 */
public final class LineupHash {
    private LineupHash() {}

    public static String of(String nonce, List<Drawn> lineup) {
        StringBuilder text = new StringBuilder(nonce).append('\n');
        for (Drawn drawn : lineup) {
            String correct = String.join(
                    ",", drawn.correct().stream().map(String::valueOf).toList());
            text.append(drawn.round()).append(':').append(drawn.question()).append(':');
            text.append(correct).append('\n');
            drawn.choices().forEach(choice -> text.append(choice).append('\n'));
            lines(drawn.solution()).forEach(line -> text.append(line).append('\n'));
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static List<String> lines(ShownSolution solution) {
        if (solution == null) {
            return List.of();
        }
        if (solution.value() != null) {
            return List.of(solution.value(), solution.tolerance());
        }
        return solution.order() == null
                ? solution.accepted()
                : List.of(String.join(
                        ",", solution.order().stream().map(String::valueOf).toList()));
    }
}
