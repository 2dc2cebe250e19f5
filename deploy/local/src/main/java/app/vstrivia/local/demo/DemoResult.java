package app.vstrivia.local.demo;

import java.util.List;

/**
 * The last line of a demonstration, as JSON.
 *
 * @param acks answers that the server acknowledged as stored
 * @param lost those that the finished match does not have
 * @param duplicates events that came twice, and answers that count twice
 * @param seconds from the first registration to the result
 */
record DemoResult(String match, int rounds, List<Player> players, int acks, int lost, int duplicates, double seconds) {
    record Player(String name, int score) {}

    boolean good() {
        return lost == 0 && duplicates == 0;
    }
}
