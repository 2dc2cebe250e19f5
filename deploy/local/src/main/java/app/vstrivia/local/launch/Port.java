package app.vstrivia.local.launch;

import java.util.Locale;

/** The ports of the system: each has an option, an environment variable and a default. */
public enum Port {
    API("the API service", 8080),
    API_MANAGEMENT("the API service's health and metrics", 9000),
    REALTIME("the realtime service", 8081),
    REALTIME_MANAGEMENT("the realtime service's health and metrics", 9001),
    MARIADB("MariaDB", 3316),
    REDIS("Redis", 6389),
    S3("the S3 server", 9010);

    private final String part;
    private final int usual;

    Port(String part, int usual) {
        this.part = part;
        this.usual = usual;
    }

    /** What listens there. */
    public String part() {
        return part;
    }

    public int usual() {
        return usual;
    }

    public String option() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "-port";
    }

    public String variable() {
        return "TRIVIA_" + name() + "_PORT";
    }
}
