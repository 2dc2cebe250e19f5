package app.vstrivia.api.question.format;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The file is not what its format asks for; nothing of it was imported. Problem code {@code unreadable-file}. */
public final class UnreadableFile extends HttpProblem {
    public UnreadableFile(int line, String detail) {
        super(builder()
                .withStatus(422)
                .withTitle("The file cannot be read")
                .withDetail(detail)
                .with("code", "unreadable-file")
                .with("line", line));
    }
}
