package app.vstrivia.api.webhook.delivery;

import java.time.Duration;

/**
 * What an attempt came to.
 *
 * @param status null if nothing answered
 * @param error why nothing did; else null
 * @param response the beginning of what was answered; null if nothing was
 */
record Answer(Integer status, String error, String response, Duration took) {
    private static final int GONE = 410;

    static Answer failed(String error, Duration took) {
        return new Answer(null, error, null, took);
    }

    boolean isGood() {
        return status != null && status / 100 == 2;
    }

    /** Whether the receiver wants nothing any more. */
    boolean isGone() {
        return status != null && status == GONE;
    }
}
