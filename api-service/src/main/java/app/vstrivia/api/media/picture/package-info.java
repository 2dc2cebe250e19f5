/**
 * Pictures. What comes is a file; {@code Inspection} says by its content and its header alone whether we take it, {@code
 * PictureDecoder} makes pixels of it, a few at a time, and {@code PictureEncoder} makes new files of the pixels. So nothing of
 * the old file is in the new ones: no place where it was taken, no script behind the picture, no second picture in it. The old
 * one is deleted then.
 *
 * <p>Decoders are given the least that they need: a PNG without texts and profiles, which may be inflated without end, a WebP
 * that does not move, a JPEG of the usual sorts without thousands of scans, and never another format than these and GIF. What
 * can be seen through is white behind in every file: moderators look at one of them for all.
 *
 * <p>What must never happen: memory in proportion to what a file claims.
 */
package app.vstrivia.api.media.picture;
