/**
 * Pictures and videos that authors bring. {@code picture} takes pictures and makes what is shown of them, {@code fetch} gets
 * one from an address, {@code video} takes videos, which go straight to the bucket. {@link
 * app.vstrivia.api.media.Library} holds the rows; all files of a medium are in the private bucket under {@code media/<id>/},
 * and reach people by links that are good for minutes.
 *
 * <pre>
 *   awaiting ── arrived ──▶ uploaded ──▶ processing ──▶ ready
 *      │ for too long                        └────────▶ refused
 *      ▼
 *     gone
 * </pre>
 *
 * <p>What is uploaded or processing for a week is gone, too, as is what is refused, unless others hold it; and after a month what
 * moderation refused.
 *
 * <p>Each medium has a stream, {@code media:<id>}, which its owner may watch from the beginning ({@code MediaStreams}). Events: {@code
 * media-arrived}, {@code media-ready}, {@code media-refused}, {@code media-reviewed}, {@code media-removed}. It goes ten minutes
 * after the medium.
 *
 * <p>A medium that others show, such as a question of the bank, is held ({@code MediaUses}): it cannot be deleted, and when its
 * owner is erased it stays, and is nobody's. What others show of it in files of their own, such as a published version, does not
 * hold it. But when its owner deletes it or is erased meanwhile, it is <em>released</em>: it stays with its review, so that
 * moderation can refuse it, and is there for nobody else. The sweep takes both away when nobody shows them any more.
 *
 * <p>Tables: {@code medium}, {@code medium_file}, {@code medium_use}; reviews are those of {@code moderation}. A transaction locks the player
 * first if it adds something, then media, then reviews.
 *
 * <p>What must never happen: something that everybody is shown cannot be refused any more; somebody else than the owner learns of a medium that is not approved; a file is shown that is
 * not of our making, with whatever stands in it beside the picture; something is decoded before its header says that it is
 * small enough; or a link leads to other bytes than those that were approved.
 */
package app.vstrivia.api.media;
