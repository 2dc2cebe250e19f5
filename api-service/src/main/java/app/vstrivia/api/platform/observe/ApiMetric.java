package app.vstrivia.api.platform.observe;

import app.vstrivia.model.observe.Figure;
import app.vstrivia.model.observe.Metric;

/** What this service counts beside what both do. */
public enum ApiMetric implements Metric {
    REQUESTS(Figure.timer(
            "trivia.requests",
            "Requests, until the last byte of the answer: ok (below 400), refused (below 500), failed, or gone (the client,"
                    + " before the answer was complete). Those that EdgeGate refuses are not among them.",
            "outcome")),
    TRANSACTIONS(Figure.timer(
            "trivia.transactions",
            "Transactions of use cases, from the connection to their end: committed, undone (the use case was refused, or failed),"
                    + " or repeated (a deadlock, or a row that somebody else held for too long: it is run again).",
            "outcome")),
    DATABASE_WAITS(
            Figure.timer("trivia.database.waits", "How long transactions waited for a connection to the database.")),
    LIMITS_REFUSED(Figure.counter(
            "trivia.ratelimit.refused",
            "requests",
            "Requests that were too many, by the limit that they met.",
            "limit")),
    LIMITS_UNCHECKED(Figure.counter(
            "trivia.ratelimit.unchecked",
            "requests",
            "Requests that were let pass though nobody could count them, as Valkey was away.",
            "limit")),
    LIMITS_UNKNOWN(Figure.counter(
            "trivia.ratelimit.unknown", "requests", "Requests that were refused for the same reason.", "limit")),
    JOBS(Figure.counter(
            "trivia.jobs",
            "runs",
            "Runs of jobs by how they ended: done, failed (to be tried again), died (its worker did), given-up.",
            "kind",
            "outcome")),
    MEDIA(Figure.counter(
            "trivia.media",
            "media",
            "Pictures and videos by what became of them: ready, or why they were refused.",
            "kind",
            "outcome")),
    WEBHOOKS(Figure.counter(
            "trivia.webhooks",
            "attempts",
            "Attempts to deliver an event to a webhook: delivered, refused (by its status), or what kept it from arriving.",
            "outcome"));

    private final Figure figure;

    ApiMetric(Figure figure) {
        this.figure = figure;
    }

    @Override
    public Figure figure() {
        return figure;
    }
}
