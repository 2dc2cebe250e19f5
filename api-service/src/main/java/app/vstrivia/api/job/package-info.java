/**
 * Work done later, off the request path, at least once. A feature that has such work implements {@link
 * app.vstrivia.api.job.Job}, and asks for it with {@link app.vstrivia.api.job.Jobs} in the transaction of the change:
 * no change without its job, no job without its change. A process with {@code trivia.worker.enabled} does the work;
 * each other one only writes rows.
 *
 * <p>Table: {@code job}, in the shape of db-scheduler, which deals the rows out to workers, notices workers that died
 * by their missing heartbeats, and gives their work to others. What somebody asks for while it is being done is marked as wanted
 * in its row, and done once more right after. What fails is tried again with growing pauses; what
 * fails too often stays, and an operator sees it and can repeat it.
 *
 * <p>What must never happen: work that is lost, or work that cannot be done twice.
 */
package app.vstrivia.api.job;
