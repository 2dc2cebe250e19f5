package app.vstrivia.api.media.fetch;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Nothing was fetched: 422 {@code fetch-refused} with the {@code reason}. */
public final class FetchRefused extends HttpProblem {
    private final String reason;

    private FetchRefused(String reason, String detail) {
        super(builder()
                .withStatus(422)
                .withTitle("Nothing was fetched")
                .withDetail(detail)
                .with("code", "fetch-refused")
                .with("reason", reason));
        this.reason = reason;
    }

    /** What tells too much of our network is not told: which address a name has is not in here. */
    static FetchRefused address() {
        return new FetchRefused("address", "The address is not an http or https one that everybody can reach.");
    }

    static FetchRefused tooLarge() {
        return new FetchRefused("too-large", "The file is larger than allowed.");
    }

    static FetchRefused tooManyRedirects() {
        return new FetchRefused("too-many-redirects", "The address leads from one to another.");
    }

    static FetchRefused unreachable() {
        return new FetchRefused("unreachable", "Nothing answered in time with a file.");
    }

    public String reason() {
        return reason;
    }
}
