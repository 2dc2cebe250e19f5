package app.vstrivia.api.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the processes that do jobs. */
@ConfigMapping(prefix = "trivia.worker")
public interface WorkerConfig {

    /**
     * Whether this process does jobs. On by default: a system that nobody configured erases what it must. Where workers
     * are deployed on their own, it is off for the others.
     */
    @WithDefault("true")
    boolean enabled();

    /** How many jobs this process does at the same time; each needs a database connection now and then. */
    @WithDefault("3")
    int threads();

    /** How often it looks for work by itself: what a job waits for whose moment comes, or that nobody told it of. */
    @WithDefault("1S")
    Duration poll();

    /** How often it says that it is alive. After four times as long without a word its jobs are given to others. */
    @WithDefault("5S")
    Duration heartbeat();

    /** The pause after the first failure; it doubles with each further one, up to an hour. */
    @WithDefault("2S")
    Duration firstPause();

    /** After how many failures in a row a job is given up; with the pauses above, after about half a day. */
    @WithDefault("20")
    int attempts();

    /** How long the process waits for its jobs when it stops. Those that take longer are done again by others. */
    @WithDefault("8S")
    Duration stopWithin();
}
