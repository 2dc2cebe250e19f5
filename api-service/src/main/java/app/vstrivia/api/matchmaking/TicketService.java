package app.vstrivia.api.matchmaking;

import app.vstrivia.api.identity.Accounts;
import app.vstrivia.api.identity.IdentityService;
import app.vstrivia.api.match.Entrant;
import app.vstrivia.api.match.Lineups;
import app.vstrivia.api.match.Matches;
import app.vstrivia.api.match.Settings;
import app.vstrivia.api.platform.transaction.Conflicts;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Tickets, as their players use them. */
@ApplicationScoped
public class TicketService {
    private final Transactions transactions;
    private final TicketStore tickets;
    private final Pairing pairing;
    private final Matches matches;
    private final Lineups lineups;
    private final IdentityService identity;

    TicketService(
            Transactions transactions,
            TicketStore tickets,
            Pairing pairing,
            Matches matches,
            Lineups lineups,
            IdentityService identity) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.pairing = pairing;
        this.matches = matches;
        this.lineups = lineups;
        this.identity = identity;
    }

    /**
     * Asks for a duel. A player waits with one ticket: asking again for the same gives the same ticket, asking for
     * something else replaces it. Fails if the bank cannot serve the settings; then nobody waits in vain.
     */
    public Uni<TicketView> request(PlayerId player, Settings settings) {
        return identity.player(player)
                .map(found -> Entrant.person(player, found.name()))
                .chain(entrant -> enqueue(entrant, settings)
                        .onFailure(failure -> Conflicts.taken(failure, TicketStore.ONE_EACH))
                        .retry()
                        .atMost(5))
                .chain(tickets::get)
                .chain(ticket -> pairing.settle(ticket)
                        .onFailure()
                        .call(() -> transactions.run(transaction -> cancel(transaction, ticket.id()))))
                .map(Ticket::toView);
    }

    private Uni<UUID> enqueue(Entrant player, Settings settings) {
        return transactions.run(transaction -> lineups.check(transaction, settings)
                .chain(() -> Accounts.keep(transaction, player.id()))
                .chain(() -> tickets.lockWaiting(transaction, player.id()))
                .chain(open -> {
                    if (open != null && open.waits() && open.queue().equals(Queue.of(settings))) {
                        return Uni.createFrom().item(open.id());
                    }
                    UUID id = UuidV7.next();
                    Uni<Void> replaced = open == null
                            ? Uni.createFrom().voidItem()
                            : tickets.close(transaction, open.id(), TicketStatus.CANCELLED, null);
                    return replaced.chain(() -> tickets.insert(transaction, id, player, settings))
                            .replaceWith(id);
                }));
    }

    /** The ticket as it is; asking keeps it in its queue. */
    public Uni<TicketView> status(PlayerId player, UUID id) {
        return own(player, id)
                .call(ticket ->
                        ticket.waits() ? tickets.touch(id) : Uni.createFrom().voidItem())
                .chain(pairing::settle)
                .map(Ticket::toView);
    }

    /** Takes a ticket back; one that is matched already stays matched. */
    public Uni<Void> cancel(PlayerId player, UUID id) {
        return own(player, id).chain(() -> transactions.run(transaction -> cancel(transaction, id)));
    }

    private Uni<Void> cancel(Transaction transaction, UUID id) {
        return tickets.lock(transaction, id)
                .chain(ticket -> ticket.status() == TicketStatus.WAITING
                        ? tickets.close(transaction, id, TicketStatus.CANCELLED, null)
                        : Uni.createFrom().voidItem());
    }

    /** Ends the waiting with a bot; a ticket that was paired meanwhile stays as it is. Fails with {@link BotTooEarly}. */
    public Uni<TicketView> playBot(PlayerId player, UUID id) {
        return own(player, id).chain(ticket -> {
            if (ticket.status() == TicketStatus.MATCHED) {
                return Uni.createFrom().item(ticket.toView());
            }
            if (!ticket.waits()) {
                throw new TicketClosed();
            }
            ticket.requireBotTime();
            return transactions
                    .run(transaction -> tickets.lock(transaction, id).chain(locked -> playBot(transaction, locked)))
                    .chain(() -> tickets.get(id))
                    .map(Ticket::toView);
        });
    }

    private Uni<Void> playBot(Transaction transaction, Ticket ticket) {
        if (ticket.status() != TicketStatus.WAITING) {
            return Uni.createFrom().voidItem();
        }
        List<Entrant> entrants = List.of(ticket.entrant(), Bots.random());
        return lineups.drawFor(transaction, List.of(ticket.player()), ticket.settings())
                .chain(lineup -> matches.createDuel(transaction, ticket.settings(), entrants, lineup))
                .chain(match -> pairing.matched(transaction, ticket, match));
    }

    private Uni<Ticket> own(PlayerId player, UUID id) {
        return tickets.get(id).invoke(ticket -> {
            if (ticket == null || !ticket.player().equals(player)) {
                throw new TicketNotFound();
            }
        });
    }
}
