/**
 * What is sent to webhooks. An event becomes a row of {@code webhook_delivery} for each webhook that wants it, and each row a job,
 * in the transaction of the change; so what happened is told at least once, under the same {@code webhook-id} each time.
 *
 * <p>Whoever does such a job sends whatever is due, and the webhooks take turns: the one that was asked longest ago comes first.
 * To one webhook there is one request at a time, in the whole cluster: whoever sends has taken it by its {@code free_at}, which
 * passes by itself if he dies. After a failure it is left alone for a while, so that one that does not answer takes a thread for
 * 15 s now and then, and no more.
 *
 * <p>What must never happen: an event whose change was rolled back is told, one whose change was committed is not, or somebody
 * who is slow keeps others waiting without end.
 */
package app.vstrivia.api.webhook.delivery;
