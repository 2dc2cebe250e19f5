package app.vstrivia.api.question.format;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** There is no such format, or the file looks like none that is known. Problem code {@code unknown-format}. */
public final class UnknownFormat extends HttpProblem {
    public UnknownFormat(String detail) {
        super(builder()
                .withStatus(400)
                .withTitle("Unknown format")
                .withDetail(detail)
                .with("code", "unknown-format"));
    }
}
