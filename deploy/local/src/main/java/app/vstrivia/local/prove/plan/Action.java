package app.vstrivia.local.prove.plan;

import java.util.Locale;

/**
 * One thing that is done to the system.
 *
 * @param at ms since the chaos began
 * @param replica which one, from 0; -1 where none is meant
 * @param duration ms until it is undone
 * @param delay ms by which things arrive later; 0 if nothing is delayed
 */
public record Action(int at, ActionKind kind, int replica, int duration, int delay) {
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%8.2f s  %s", at / 1000.0, kind.text()));
        if (replica >= 0) {
            text.append(" of replica ").append(replica + 1);
        }
        if (delay > 0) {
            text.append(" by ").append(delay).append(" ms");
        }
        if (duration > 0) {
            text.append(" for ").append(duration).append(" ms");
        }
        return text.toString();
    }
}
