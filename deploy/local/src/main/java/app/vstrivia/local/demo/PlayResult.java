package app.vstrivia.local.demo;

import java.util.List;

/**
 * The last line of continuous play, as JSON.
 *
 * @param matches played to their end
 * @param requests made over HTTP
 * @param failures what went wrong: requests that were refused or not answered, matches that did not end; empty if nothing did
 * @param acks answers that the server acknowledged as stored
 * @param lost those that the finished match does not have
 * @param duplicates answers that count twice
 * @param missed events that a player did not get, of all from the first snapshot to the end of the match
 * @param connections attempted, over all players; one each if none was lost or moved
 */
record PlayResult(
        int matches,
        long requests,
        List<String> failures,
        int acks,
        int lost,
        int duplicates,
        int missed,
        int players,
        int connections,
        double seconds) {
    boolean good() {
        return matches > 0 && failures.isEmpty() && lost == 0 && duplicates == 0 && missed == 0;
    }
}
