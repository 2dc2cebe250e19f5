package app.vstrivia.api.question.format;

import app.vstrivia.api.question.NewQuestion;

/** Why a question is left out of an export. */
public final class Unsaid {
    private Unsaid() {}

    /** The format has no such questions. */
    public static Unfit kind(NewQuestion question) {
        return new Unfit(
                "unsupported-type",
                "the format has no questions of the type " + question.kind().wire());
    }

    /** One file has no room for more of them. */
    public static Unfit full(String why) {
        return new Unfit("file-full", why);
    }

    /** The format would read the text as something else, or has no room for it. */
    public static Unfit text(String why) {
        return new Unfit("unsupported-text", why);
    }
}
