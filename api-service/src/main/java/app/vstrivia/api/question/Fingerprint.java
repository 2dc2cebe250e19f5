package app.vstrivia.api.question;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells the same question from another: SHA-256 over its language, its type, its text and its sorted choices, the texts
 * in their {@linkplain PlainForm plain form}. The order of the choices, the category, the difficulty and the right answer
 * do not count.
 *
 * @param hex 64 hexadecimal digits
 */
public record Fingerprint(String hex) {
    public static Fingerprint of(NewQuestion question) {
        StringBuilder text = new StringBuilder(question.language())
                .append('\n')
                .append(question.type().wire())
                .append('\n')
                .append(PlainForm.of(question.text()));
        question.choices().stream()
                .map(choice -> PlainForm.of(choice.text()))
                .sorted()
                .forEach(choice -> text.append('\n').append(choice));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static Fingerprint of(byte[] bytes) {
        return new Fingerprint(HexFormat.of().formatHex(bytes));
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
