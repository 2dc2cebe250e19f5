package app.vstrivia.local.launch;

import app.vstrivia.embedded.EmbeddedMariaDb;
import app.vstrivia.embedded.EmbeddedRedis;
import app.vstrivia.local.storage.EmbeddedS3;
import app.vstrivia.local.terminal.Steps;

/** What the services need: the database, the Redis-protocol server and the S3 server, except those that the user has. */
final class Servers {
    private final Settings settings;
    private final Parts parts;
    private final Steps steps;
    private EmbeddedMariaDb database;
    private EmbeddedRedis redis;

    private Servers(Settings settings, Parts parts, Steps steps) {
        this.settings = settings;
        this.parts = parts;
        this.steps = steps;
    }

    /**
     * Starts them one after the other.
     *
     * @param parts takes what has been started, also if the next one fails
     * @param environment is told where they are
     */
    static Servers start(Settings settings, Secrets secrets, Parts parts, Steps steps, ServiceEnvironment environment)
            throws Exception {
        Servers servers = new Servers(settings, parts, steps);
        servers.startDatabase(secrets, environment);
        servers.startRedis(environment);
        servers.startS3(secrets, environment);
        return servers;
    }

    private void startDatabase(Secrets secrets, ServiceEnvironment environment) throws Exception {
        if (environment.external("QUARKUS_DATASOURCE_REACTIVE_URL").isPresent()) {
            steps.note("MariaDB", "not started: QUARKUS_DATASOURCE_REACTIVE_URL is set");
            return;
        }
        String password = secrets.databasePassword();
        database = parts.opened(steps.run(
                "MariaDB",
                started -> "127.0.0.1:" + started.port(),
                () -> EmbeddedMariaDb.start(settings.data().resolve("mariadb"), settings.mariaDbPort(), password)));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl());
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", EmbeddedMariaDb.USER);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", password);
    }

    private void startRedis(ServiceEnvironment environment) throws Exception {
        if (environment.external("QUARKUS_REDIS_HOSTS").isPresent()) {
            steps.note("Redis", "not started: QUARKUS_REDIS_HOSTS is set");
            return;
        }
        redis = parts.opened(steps.run(
                "Redis",
                started -> "127.0.0.1:" + started.port(),
                () -> EmbeddedRedis.start(settings.data().resolve("redis"), settings.redisPort())));
        environment.put("QUARKUS_REDIS_HOSTS", redis.url());
    }

    private void startS3(Secrets secrets, ServiceEnvironment environment) throws Exception {
        if (environment.external("QUARKUS_S3_ENDPOINT_OVERRIDE").isPresent()) {
            steps.note("S3", "not started: QUARKUS_S3_ENDPOINT_OVERRIDE is set");
            return;
        }
        String secret = secrets.s3Secret();
        System.setProperty(
                "trivia.s3.log", settings.data().resolve("logs/s3.log").toString());
        EmbeddedS3 server = parts.opened(steps.run(
                "S3",
                started -> "127.0.0.1:" + settings.s3Port(),
                () -> EmbeddedS3.start(settings.data().resolve("s3"), settings.s3Port(), secret)));
        environment.s3(server, secret);
    }

    /** Null if it is the user's. */
    EmbeddedMariaDb database() {
        return database;
    }

    /** Null if it is the user's. */
    EmbeddedRedis redis() {
        return redis;
    }
}
