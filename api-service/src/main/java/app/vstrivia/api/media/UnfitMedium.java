package app.vstrivia.api.media;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The file is nothing that we take: 422 {@code unfit-medium} with the {@code reason}. */
public final class UnfitMedium extends HttpProblem {
    private final transient Unfitness reason;

    public UnfitMedium(Unfitness reason) {
        super(builder()
                .withStatus(422)
                .withTitle("The file is not taken")
                .withDetail(reason.words())
                .with("code", "unfit-medium")
                .with("reason", reason.wire()));
        this.reason = reason;
    }

    public Unfitness reason() {
        return reason;
    }
}
