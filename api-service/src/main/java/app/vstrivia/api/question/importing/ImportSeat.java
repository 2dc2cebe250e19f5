package app.vstrivia.api.question.importing;

import app.vstrivia.api.platform.bulkhead.AllTaken;
import app.vstrivia.api.platform.bulkhead.Seats;

/**
 * The place of an import among those that run at once. Whoever waits for machines of others leaves it, for one of a few of that kind:
 * so however slow those are, there is a place for files that have what they need. To be closed once.
 */
final class ImportSeat implements AutoCloseable {
    /** Null for who has a seat elsewhere. */
    private final Seats ofFetching;

    private Seats.Seat held;
    private boolean fetches;

    /** @param own one that is taken */
    ImportSeat(Seats.Seat own, Seats ofFetching) {
        this.held = own;
        this.ofFetching = ofFetching;
    }

    /** Of who has a seat elsewhere, and gives it back without this. */
    static ImportSeat elsewhere() {
        return new ImportSeat(() -> {}, null);
    }

    /** Whether the import may ask machines of others; if so, up to its end. */
    boolean mayFetch() {
        if (fetches || ofFetching == null) {
            return true;
        }
        try {
            Seats.Seat other = ofFetching.take();
            held.close();
            held = other;
            fetches = true;
            return true;
        } catch (AllTaken others) {
            return false;
        }
    }

    @Override
    public void close() {
        held.close();
    }
}
