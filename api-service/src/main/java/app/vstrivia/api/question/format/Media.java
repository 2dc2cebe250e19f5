package app.vstrivia.api.question.format;

import app.vstrivia.api.question.NewQuestion;

/** What is said of pictures, videos and sounds that a format keeps elsewhere. */
public final class Media {
    private Media() {}

    /** A question about a picture is none without it. */
    public static Unfit leftBehind() {
        return new Unfit("media-not-taken", "its picture, video or sound is not in the file");
    }

    /** @throws Unfit if the question has a picture or a video, which the format has no place for */
    public static void none(NewQuestion question) throws Unfit {
        if (question.media() != null) {
            throw new Unfit("media-not-taken", "the format has no place for its picture or video");
        }
    }
}
