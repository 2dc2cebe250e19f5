/**
 * Videos. They are too large to come through us: the owner gets a link that lets in one file of the size and the type that
 * were said, and says when it is there. What arrived is looked at (its size, and its content by its first bytes), copied to
 * where nobody can write, looked at again, and shown once a moderator has approved it. It is not decoded, so that what stands
 * in it beside the pictures stays.
 *
 * <p>What must never happen: the file that is shown can be written by somebody who has the link; or what was never finished
 * stays.
 */
package app.vstrivia.api.media.video;
