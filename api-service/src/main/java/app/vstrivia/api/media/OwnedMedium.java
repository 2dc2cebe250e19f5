package app.vstrivia.api.media;

import java.util.UUID;

/**
 * A medium of somebody who wants to show it.
 *
 * @param sha256 of the file as it came; null if it is not known
 */
public record OwnedMedium(UUID id, byte[] sha256) {}
