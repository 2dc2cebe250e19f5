package app.vstrivia.api.media;

/**
 * What is known of how a medium looks; of a video nothing.
 *
 * @param width in pixels, upright
 * @param height in pixels, upright
 * @param placeholder a BlurHash
 * @param color the one that covers most, {@code #rrggbb}
 */
public record Look(Integer width, Integer height, String placeholder, String color) {
    public static final Look UNKNOWN = new Look(null, null, null, null);
}
