package app.vstrivia.api.moderation;

import java.nio.file.Path;

/** Looks at a picture before others do. */
public interface PictureModeration {
    /**
     * What is in it. Waits; an exception means that nobody knows yet, and is to be asked again.
     *
     * @param jpeg of 5 MB at most
     */
    Opinion lookAt(Path jpeg);
}
