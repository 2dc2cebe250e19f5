package app.vstrivia.api.question;

import app.vstrivia.model.text.PlainForm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Tells the same question from another: SHA-256 over its language, its type, its text and what there is to answer, the
 * texts in their {@linkplain PlainForm plain form} and sorted. The order of choices, the category, the difficulty and
 * which choice is right do not count. What is typed counts, and so does a picture: many questions are “Who is this?”
 *
 * @param hex 64 hexadecimal digits
 */
public record Fingerprint(String hex) {
    public static Fingerprint of(NewQuestion question) {
        StringBuilder text = new StringBuilder(question.language())
                .append('\n')
                .append(question.kind().wire())
                .append('\n')
                .append(PlainForm.of(question.text()));
        answers(question.body()).map(PlainForm::of).sorted().forEach(answer -> text.append('\n')
                .append(answer));
        if (question.media() != null) {
            MediaRef media = question.media();
            text.append('\n').append(media.content() == null ? media.reference() : media.content());
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Stream<String> answers(QuestionBody body) {
        if (body instanceof QuestionBody.Numeric number) {
            return Stream.of(number.value().toPlainString());
        }
        if (body instanceof QuestionBody.Ordering ordering) {
            return ordering.items().stream();
        }
        if (body instanceof QuestionBody.Text text) {
            return text.accepted().stream();
        }
        return body.choices().stream().map(Choice::text);
    }

    public static Fingerprint of(byte[] bytes) {
        return new Fingerprint(HexFormat.of().formatHex(bytes));
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
