package app.vstrivia.api.media;

/**
 * A file that is shown of a medium.
 *
 * @param name within the medium, such as {@code 800.webp}
 * @param width null if it is not known
 */
public record StoredFile(String name, String type, Integer width, Integer height, long bytes) {}
