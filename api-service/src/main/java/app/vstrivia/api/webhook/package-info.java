/**
 * Tells other systems what happens: tables {@code webhook}, {@code webhook_kind}, {@code webhook_delivery} and {@code
 * webhook_match_mark}. Here are the subscriptions; {@code delivery} is what is sent to them.
 *
 * <p>A webhook belongs to one player, who alone sees it. Authors may be told what becomes of what is theirs; what happens to the
 * whole system is for admins, and only as long as they are that, which is looked at with each event.
 *
 * <p>What must never happen: a secret that is shown twice, somebody who hears of what is another's, or a request to a machine of
 * ours.
 */
package app.vstrivia.api.webhook;
