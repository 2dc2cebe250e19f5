package app.vstrivia.api.identity.token;

import app.vstrivia.api.identity.Secret;
import java.util.Optional;

/**
 * What is traded for the next tokens, opaque to all others: a secret that its whole family shares, by which the family is
 * found, and one that is its own. Whoever names a family has, or had, one of its tokens.
 */
record RefreshToken(Secret family, Secret own) {
    private static final String SEPARATOR = ".";

    static RefreshToken ofNewFamily() {
        return new RefreshToken(Secret.random(), Secret.random());
    }

    static Optional<RefreshToken> parse(String text) {
        int end = text.indexOf(SEPARATOR);
        return end < 0
                ? Optional.empty()
                : Optional.of(
                        new RefreshToken(Secret.given(text.substring(0, end)), Secret.given(text.substring(end + 1))));
    }

    RefreshToken next() {
        return new RefreshToken(family, Secret.random());
    }

    /** To be shown once, to whom it belongs. */
    String reveal() {
        return family.reveal() + SEPARATOR + own.reveal();
    }
}
