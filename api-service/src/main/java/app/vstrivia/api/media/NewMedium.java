package app.vstrivia.api.media;

/**
 * What somebody is about to bring.
 *
 * @param sha256 of the content, which an owner has once; null if it is not known
 */
public record NewMedium(MediumKind kind, String type, long bytes, byte[] sha256) {}
