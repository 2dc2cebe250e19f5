package app.vstrivia.model.observe;

/** What both services count. */
public enum SharedMetric implements Metric {
    ANSWERS(Figure.timer(
            "trivia.answers",
            "From an answer's coming in to its acknowledgement, after the commit: stored, duplicate (another one stands),"
                    + " late, refused, or failed, for which the client was told to send it again. What is late waits until the"
                    + " round is sealed.",
            "outcome")),
    ANSWERS_REFUSED(Figure.counter(
            "trivia.answers.refused",
            "answers",
            "Answers that cannot count, by the code that the client got.",
            "code")),
    EDGE_REFUSED(Figure.counter(
            "trivia.edge.refused",
            "requests",
            "Requests without the edge's header: they came round the edge, or the edge has another key.")),
    CONNECTIONS_CUT(Figure.counter(
            "trivia.connections.cut",
            "connections",
            "Connections that were slow to ask; awaited was a head or a body.",
            "awaited"));

    private final Figure figure;

    SharedMetric(Figure figure) {
        this.figure = figure;
    }

    @Override
    public Figure figure() {
        return figure;
    }
}
