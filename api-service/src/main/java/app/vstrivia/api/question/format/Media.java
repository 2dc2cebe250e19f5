package app.vstrivia.api.question.format;

/** What is said of pictures that a format keeps elsewhere. */
public final class Media {
    private Media() {}

    /** A question about a picture is none without it, and we fetch nothing from addresses that a file names. */
    public static Unfit leftBehind() {
        return new Unfit("media-not-taken", "its picture, video or sound is not in the file");
    }
}
