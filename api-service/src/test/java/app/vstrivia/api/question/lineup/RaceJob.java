package app.vstrivia.api.question.lineup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What {@code deploy/local/bench lineups} writes for the process that draws.
 *
 * @param rate draws a second
 * @param warm seconds of both before anything is measured
 * @param seconds of each that are measured
 * @param parts of each recipe, each of another category
 * @param count questions of each part
 * @param tags that questions have, some many of them and some few
 * @param players who have matches behind; each draw is for two of them
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RaceJob(
        String host,
        int port,
        String database,
        String user,
        String password,
        String language,
        List<String> categories,
        List<String> tags,
        List<String> players,
        int rate,
        int warm,
        int seconds,
        int parts,
        int count) {}
