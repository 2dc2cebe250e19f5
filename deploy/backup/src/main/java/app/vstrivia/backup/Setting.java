package app.vstrivia.backup;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The settings: what {@code --help} and deploy/settings.md say of them is made from here. */
enum Setting {
    DATABASE_URL("what is backed up: jdbc:mysql://HOST:PORT/DATABASE; ?sslMode= asks for TLS, in MySQL's words"),
    DATABASE_USERNAME("an account that reads it and its binary log"),
    DATABASE_PASSWORD("of that account"),
    DATABASE_CA("a PEM file of those who may have signed the server's certificate, which then is checked; VERIFY_CA and"
            + " VERIFY_IDENTITY need it"),
    TARGET_URL("what is restored to; it has no default, so that nobody restores over what runs by forgetting a word;"
            + " check refuses what is backed up"),
    TARGET_USERNAME("an account that may make tables there"),
    TARGET_PASSWORD("of that account"),
    TARGET_CA("the same as of what is backed up"),
    KEYS("the file of keys"),
    DIRECTORY("where backups are kept: a directory, a bucket, or both"),
    S3_BUCKET("the bucket"),
    S3_PREFIX("before all keys in it"),
    S3_REGION("of the bucket", "us-east-1"),
    S3_ENDPOINT("in place of Amazon's own"),
    S3_PATH_STYLE("whether the bucket's name is in the path, and not in the host's name", "false"),
    S3_ACCESS_KEY_ID("in place of what the machine has (environment, files, metadata)"),
    S3_SECRET_ACCESS_KEY("of that key"),
    S3_LOCK_DAYS("for how long the bucket refuses to delete what was put; what is old stays until then", "0"),
    PROGRAMS("the folder of mysqldump and mysql, or of mariadb-dump and mariadb; without it, they are on the path"),
    NOTICE_URL("a chat's webhook that is told of failures"),
    ARCHIVE_SECONDS("how long a change waits to be archived at most", "5"),
    CHECK_HOURS("how old the newest backup may be for check to find it good", "26"),
    SCHEDULE_BACKUP("of schedule: when, each day, in UTC", "02:30"),
    SCHEDULE_CHECK("of schedule: on which day of each week and when, in UTC", "SUNDAY 04:30"),
    PORT("of archive: figures and probes", "9002");

    private static final String PREFIX = "TRIVIA_BACKUP_";

    private final String meaning;
    private final Optional<String> usual;

    Setting(String meaning) {
        this.meaning = meaning;
        this.usual = Optional.empty();
    }

    Setting(String meaning, String usual) {
        this.meaning = meaning;
        this.usual = Optional.of(usual);
    }

    /** As the environment has it. */
    String variable() {
        return PREFIX + name();
    }

    /** What it is unless somebody sets it. */
    Optional<String> usual() {
        return usual;
    }

    /** All of them, a line each. */
    static String help() {
        int width = Arrays.stream(values())
                .mapToInt(setting -> setting.variable().length())
                .max()
                .orElseThrow();
        return Arrays.stream(values())
                .map(setting -> "  " + setting.variable()
                        + " ".repeat(width - setting.variable().length() + 2)
                        + setting.meaning
                        + setting.usual.map(value -> " (" + value + ")").orElse("") + "\n")
                .collect(Collectors.joining(
                        "",
                        "\nSettings (environment; a secret may also come from a file, named by the variable with _FILE)\n",
                        ""));
    }
}
