package app.vstrivia.api.matchmaking;

import app.vstrivia.api.match.Lineups;
import app.vstrivia.api.match.Matches;
import app.vstrivia.api.platform.bulkhead.Bulkhead;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.match.MatchKind;
import app.vstrivia.model.protocol.PlayerEvent;
import app.vstrivia.model.stream.StreamId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes duels of waiting tickets. A ticket is committed before anybody tries to pair it, and whoever has put one into a
 * queue pairs the two oldest there, not necessarily his own. So a ticket needs nobody in particular, and the last one
 * who arrives sees all the others: two tickets cannot miss each other for good.
 */
@ApplicationScoped
class Pairing {
    /** A pairing holds its connection for many statements; a fraction of the pool may do so at once. */
    private static final int AT_ONCE = 4;

    /** Then the next poll tries again. */
    private static final int ATTEMPTS = 100;

    private final Bulkhead bulkhead = new Bulkhead(AT_ONCE);
    private final Transactions transactions;
    private final TicketStore tickets;
    private final Matches matches;
    private final Lineups lineups;
    private final Vertx vertx;

    Pairing(Transactions transactions, TicketStore tickets, Matches matches, Lineups lineups, Vertx vertx) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.matches = matches;
        this.lineups = lineups;
        this.vertx = vertx;
    }

    /** Pairs tickets of this one's queue until this one is paired or alone; gives it as it is then. */
    Uni<Ticket> settle(Ticket ticket) {
        return settle(ticket, ATTEMPTS);
    }

    private Uni<Ticket> settle(Ticket ticket, int attempts) {
        if (!ticket.waits() || attempts == 0) {
            return Uni.createFrom().item(ticket);
        }
        return tickets.othersWait(ticket).chain(others -> {
            if (!others) {
                return tickets.get(ticket.id());
            }
            return bulkhead.run(() -> stillWaits(ticket)
                            .chain(waits -> waits
                                    ? pairOldest(ticket.queue())
                                    : Uni.createFrom().item(true)))
                    // Nothing to pair although others wait: somebody else holds them. The pause is random, so that
                    // two who took one ticket each do not meet again.
                    .call(paired -> paired ? Uni.createFrom().voidItem() : pause())
                    .chain(() -> tickets.get(ticket.id()))
                    .chain(now -> settle(now, attempts - 1));
        });
    }

    private Uni<Boolean> stillWaits(Ticket ticket) {
        return tickets.get(ticket.id()).map(Ticket::waits);
    }

    private Uni<Void> pause() {
        long millis = ThreadLocalRandom.current().nextLong(3, 30);
        return Uni.createFrom().emitter(over -> vertx.setTimer(millis, timer -> over.complete(null)));
    }

    private Uni<Boolean> pairOldest(String queue) {
        return transactions.run(transaction -> tickets.lockOldest(transaction, queue)
                .chain(oldest -> dropForgotten(transaction, oldest).chain(dropped -> {
                    if (dropped || oldest.size() < 2) {
                        return Uni.createFrom().item(dropped);
                    }
                    return pair(transaction, oldest.get(0), oldest.get(1)).replaceWith(true);
                })));
    }

    private Uni<Boolean> dropForgotten(Transaction transaction, List<Ticket> oldest) {
        Uni<Boolean> dropped = Uni.createFrom().item(false);
        for (Ticket ticket : oldest) {
            if (ticket.isForgotten()) {
                dropped = dropped.chain(() -> tickets.close(transaction, ticket.id(), TicketStatus.CANCELLED, null))
                        .replaceWith(true);
            }
        }
        return dropped;
    }

    private Uni<MatchId> pair(Transaction transaction, Ticket first, Ticket second) {
        return lineups.drawFor(transaction, List.of(first.player(), second.player()), first.settings())
                .chain(lineup -> matches.createDuel(
                        transaction, first.settings(), List.of(first.entrant(), second.entrant()), lineup))
                .call(match -> matched(transaction, first, match))
                .call(match -> matched(transaction, second, match));
    }

    /** Closes a ticket with its match, and tells its player. */
    Uni<Void> matched(Transaction transaction, Ticket ticket, MatchId match) {
        transaction.tell(StreamId.of(ticket.player()), new PlayerEvent.MatchFound(match, MatchKind.DUEL));
        return tickets.close(transaction, ticket.id(), TicketStatus.MATCHED, match);
    }
}
