package app.vstrivia.api.job;

import java.time.Duration;

/** Work that comes again by itself, on all workers together once at a time. It is never given up. */
public interface RecurringJob extends Job {
    /** From the end of one run to the next. */
    Duration every();
}
