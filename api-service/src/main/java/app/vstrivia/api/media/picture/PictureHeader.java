package app.vstrivia.api.media.picture;

/**
 * What is known of a picture before it is decoded.
 *
 * @param width of the pixels as they are stored
 * @param height of the pixels as they are stored
 */
record PictureHeader(PictureFormat format, int width, int height, Orientation orientation) {
    int uprightWidth() {
        return orientation.swaps() ? height : width;
    }

    int uprightHeight() {
        return orientation.swaps() ? width : height;
    }
}
