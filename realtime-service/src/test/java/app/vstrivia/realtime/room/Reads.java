package app.vstrivia.realtime.room;

import io.vertx.mutiny.sqlclient.Pool;

/** Counts what the database is asked, less what the service asks by itself while nothing happens. */
final class Reads {
    private static final long IDLE_MS = 3_000;

    private final Pool pool;
    private final double perMilli;
    private long startedAt;
    private long before;

    private Reads(Pool pool) throws InterruptedException {
        this.pool = pool;
        begin();
        Thread.sleep(IDLE_MS);
        perMilli = (double) (selects() - before) / (System.currentTimeMillis() - startedAt);
    }

    /** To be called while the streams are served that will be, for each of them is looked after. */
    static Reads whileIdle(Pool pool) throws InterruptedException {
        return new Reads(pool);
    }

    void begin() {
        before = selects();
        startedAt = System.currentTimeMillis();
    }

    /** How many more there were since {@link #begin} than in as long a time without anything to do. */
    double extra() {
        return selects() - before - perMilli * (System.currentTimeMillis() - startedAt);
    }

    private long selects() {
        return Long.parseLong(pool.query("SHOW GLOBAL STATUS LIKE 'Com_select'")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(1));
    }
}
