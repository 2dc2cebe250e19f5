package app.vstrivia.api.question;

/**
 * What is said of a picture or video.
 *
 * @param alternative what stands for it where it cannot be seen; it is shown with the question, and so must not give the answer
 *     away; null if there is none
 * @param licence null if that is the question's
 * @param attribution what has to be said about its makers; null if nothing
 */
public record MediaCaption(String alternative, String licence, String attribution) {
    /** Nothing is said. */
    public static final MediaCaption NONE = new MediaCaption(null, null, null);
}
