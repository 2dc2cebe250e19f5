package app.vstrivia.api.job;

import java.time.Duration;

/** How a run ended, other than by an exception; {@code again} is null if there is nothing left to do. */
public record Outcome(Duration again) {
    private static final Outcome DONE = new Outcome(null);

    /** There is nothing left to do. */
    public static Outcome done() {
        return DONE;
    }

    /** The job is to run again after {@code wait}, for the next part or because it is too early. */
    public static Outcome again(Duration wait) {
        return new Outcome(wait.isNegative() ? Duration.ZERO : wait);
    }

    public boolean isDone() {
        return again == null;
    }
}
