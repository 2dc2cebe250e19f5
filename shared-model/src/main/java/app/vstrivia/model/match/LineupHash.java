package app.vstrivia.model.match;

import app.vstrivia.model.protocol.MatchEvent.Finished.Drawn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Binds a match to its lineup before it is played: SHA-256, in hex, of the UTF-8 text {@code nonce \n} followed for each
 * round by {@code round:question:correct \n} and each choice with its own {@code \n}, where {@code correct} is the
 * indexes joined by commas. The nonce (32 hex digits) keeps short lineups from being guessed.
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
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
