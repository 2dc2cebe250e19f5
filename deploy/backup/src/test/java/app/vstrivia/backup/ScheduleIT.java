package app.vstrivia.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.backup.command.ScheduleCommand;
import app.vstrivia.backup.database.Server;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real servers, and a clock that is turned by hand. */
class ScheduleIT {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String BACKUP = "is there.";
    private static final String CHECK = "is good:";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Instant now = Instant.now();

    @Test
    void whatIsDueIsDoneOnceHoweverOftenItIsStartedAndWhatWasMissedIsMadeUpFor() throws Exception {
        try (Ground ground = new Ground(folder)) {
            Server trial = prepare(ground);
            assertEquals(List.of(BACKUP), done(newSchedule(ground)), "nothing was there");
            assertEquals(List.of(), done(newSchedule(ground)), "too early for a check");
            try (Archiving archiving = new Archiving(ground)) {
                archiving.await(Instant.now());
                now = now.plus(HOUR);
                assertEquals(List.of(CHECK), done(newSchedule(ground)), "none was checked");
                assertEquals(0, tables(trial), "what was tried is gone");
                assertEquals(List.of(), done(newSchedule(ground)), "after a start");
                now = now.plus(DAY);
                assertEquals(List.of(BACKUP), done(newSchedule(ground)), "the night after");
                now = now.plus(DAY.multipliedBy(7));
                ScheduleCommand schedule = newSchedule(ground);
                assertEquals(List.of(BACKUP), done(schedule), "a week away");
                archiving.await(Instant.now());
                assertEquals(List.of(CHECK), done(schedule));
            }
        }
    }

    @Test
    void whatFailsIsToldAndTriedAgainAfterAnHour() throws Exception {
        try (Ground ground = new Ground(folder)) {
            prepare(ground);
            ground.set("PROGRAMS", folder.resolve("none").toString());
            ScheduleCommand schedule = newSchedule(ground);

            schedule.look();
            assertTrue(said().contains("Backups: backup failed. "));
            now = now.plus(HOUR.minusSeconds(1));
            schedule.look();
            assertEquals("", said(), "too early");
            now = now.plusSeconds(1);
            schedule.look();
            assertTrue(said().contains("Backups: backup failed. "));
        }
    }

    /** Each day an hour ago, each week on that day. */
    private Server prepare(Ground ground) {
        ground.migrate();
        assertEquals(ExitCode.OK, ground.run("key", "new", ground.keys()), ground.said());
        Server trial = ground.useSpare();
        ZonedDateTime anHourAgo = now.atZone(ZoneOffset.UTC).minusHours(1);
        DayOfWeek day = anHourAgo.getDayOfWeek();
        String time = anHourAgo.format(DateTimeFormatter.ofPattern("HH:mm"));
        ground.set("SCHEDULE_BACKUP", time);
        ground.set("SCHEDULE_CHECK", day + " " + time);
        return trial;
    }

    private ScheduleCommand newSchedule(Ground ground) {
        return new ScheduleCommand(
                ground.settings(), new Progress(new PrintStream(out, true, StandardCharsets.UTF_8)), () -> now);
    }

    /** What was done, of backups and checks. */
    private List<String> done(ScheduleCommand schedule) throws InterruptedException {
        schedule.look();
        String said = said();
        assertTrue(!said.contains("failed"), said);
        return said.lines()
                .flatMap(line -> Arrays.asList(BACKUP, CHECK).stream().filter(line::contains))
                .toList();
    }

    private String said() {
        String said = out.toString(StandardCharsets.UTF_8);
        System.out.print(said);
        out.reset();
        return said;
    }

    private static int tables(Server trial) throws Exception {
        try (Connection connection = trial.connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'trivia'")) {
            count.next();
            return count.getInt(1);
        }
    }
}
