package app.vstrivia.realtime.socket;

import app.vstrivia.model.protocol.CloseCode;
import app.vstrivia.model.protocol.ServerMessage;
import app.vstrivia.realtime.match.answer.AnswerDesk;
import app.vstrivia.realtime.session.Leaving;
import app.vstrivia.realtime.session.Session;
import app.vstrivia.realtime.session.Sessions;
import app.vstrivia.realtime.wire.Wires;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Leaves without a gap that players see: nobody new is let in, clients are told to move in slices, those in an open round
 * once it is over; answers are committed; who is left in the end is closed with 1012. Everything else of the service goes
 * on until this is done.
 */
@ApplicationScoped
class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final int STEP_MS = 100;
    /** How much a client spreads its move over, in ms. */
    private static final int JITTER_MS = 500;
    /** A client that was told to move and is still here after this time does not know how to, in ms. */
    private static final int PATIENCE_MS = 2_500;

    private static final int CLOSING_MS = 2_000;

    private final Admission admission;
    private final Sessions sessions;
    private final Wires wires;
    private final AnswerDesk answers;
    private final Leaving leaving;
    private final DrainLimits limits;

    Drain(
            Admission admission,
            Sessions sessions,
            Wires wires,
            AnswerDesk answers,
            Leaving leaving,
            DrainLimits limits) {
        this.admission = admission;
        this.sessions = sessions;
        this.wires = wires;
        this.answers = answers;
        this.leaving = leaving;
        this.limits = limits;
    }

    /** Before anything of the service ends; it does not until this returns. */
    void drain(@Observes ShutdownDelayInitiatedEvent ending) throws InterruptedException {
        admission.close();
        if (wires.count() > 0) {
            LOG.infof("draining: %d connections", wires.count());
            moveAll(System.currentTimeMillis() + limits.atMost().toMillis());
            closeAll();
            LOG.infof("drained: %d connections left", wires.count());
        }
        noteLeaving();
    }

    private void moveAll(long until) throws InterruptedException {
        Set<Session> known = new HashSet<>();
        Queue<Session> waiting = new ArrayDeque<>();
        Map<Session, Long> told = new HashMap<>();
        int slice = (int) Math.max(
                1,
                sessions.count()
                        * (long) STEP_MS
                        / Math.max(STEP_MS, limits.moveWithin().toMillis()));
        while (sessions.count() > 0 && System.currentTimeMillis() < until) {
            addNew(known, waiting);
            tell(waiting, slice, told);
            told.entrySet().removeIf(entry -> closedForStaying(entry.getKey(), entry.getValue()));
            Thread.sleep(STEP_MS);
        }
    }

    /** Some were let in just before the door was closed. */
    private void addNew(Set<Session> known, Queue<Session> waiting) {
        List<Session> arrived = sessions.all().filter(known::add).collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(arrived);
        waiting.addAll(arrived);
    }

    /** Tells the next ones that are in no open round. */
    private static void tell(Queue<Session> waiting, int slice, Map<Session, Long> told) {
        int left = slice;
        for (int seen = waiting.size(); seen > 0 && left > 0; seen--) {
            Session session = waiting.remove();
            if (session.plays()) {
                waiting.add(session);
            } else {
                session.send(new ServerMessage.Move(JITTER_MS));
                told.put(session, System.currentTimeMillis());
                left--;
            }
        }
    }

    private static boolean closedForStaying(Session session, long toldAt) {
        boolean stays = System.currentTimeMillis() - toldAt > PATIENCE_MS;
        if (stays) {
            session.close(CloseCode.RESTART);
        }
        return stays;
    }

    private void closeAll() throws InterruptedException {
        long until = System.currentTimeMillis() + CLOSING_MS;
        while (answers.waiting() > 0 && System.currentTimeMillis() < until) {
            Thread.sleep(STEP_MS / 10);
        }
        wires.visit(wire -> wire.close(CloseCode.RESTART));
        until = System.currentTimeMillis() + CLOSING_MS;
        while (wires.count() > 0 && System.currentTimeMillis() < until) {
            Thread.sleep(STEP_MS / 10);
        }
    }

    /** Whoever is somewhere else by now has a session there. */
    private void noteLeaving() {
        try {
            leaving.finish().await().atMost(Duration.ofMillis(CLOSING_MS));
        } catch (RuntimeException e) {
            LOG.warnf("not all goings were noted: %s", e.getMessage());
        }
    }
}
