package app.vstrivia.local.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** All players: brings them in, keeps their hearts beating, hands what they hear to the benchmark. */
final class Crowd {
    /** What a benchmark does about its players. */
    interface Script {
        void heard(Member member, Message message);

        /** The connection of a member that was in has ended. */
        default void lost(Member member, int why) {}

        /** The member has all that it asked for: hello's streams, then each of its matches. */
        default void in(Member member) {}
    }

    private static final int CONNECTING_AT_ONCE = 64;
    private static final long HEARTBEAT_NS = 25_000_000_000L;
    private static final long FIRST_RETRY_NS = 400_000_000L;
    private static final int MOST_DOUBLINGS = 4;
    private static final long PATIENCE_NS = 600_000_000_000L;
    private static final long REPORT_NS = 2_000_000_000L;

    private final EventLoop loop;
    private final Job job;
    private final Script script;
    private final ClientSocket.Shared shared = new ClientSocket.Shared();
    private final SplittableRandom random = new SplittableRandom(7);
    private final List<Member> members = new ArrayList<>();
    private int next;
    private int connecting;
    private int in;
    private long refused;
    private String trouble = "";

    Crowd(EventLoop loop, Job job, Script script) {
        this.loop = loop;
        this.job = job;
        this.script = script;
        for (Job.Seat seat : job.seats()) {
            int index = members.size();
            members.add(new Member(index, seat, index % job.sockets().size()));
        }
    }

    List<Member> members() {
        return members;
    }

    SplittableRandom random() {
        return random;
    }

    /** Upgrades that were answered with 503 since the beginning. */
    long refused() {
        return refused;
    }

    /** Connects everybody, some at a time; each says hello and joins its matches. */
    void enter() throws IOException {
        enter(members.size());
    }

    /** The same for the first {@code count} members. */
    void enter(int count) throws IOException {
        report(count);
        fill(count);
        if (!loop.run(() -> in >= count, PATIENCE_NS)) {
            throw new IOException("only " + in + " of " + count + " players came in. " + trouble);
        }
    }

    /** Drops all connections, and enters as those do who know already how far they are. */
    void enterAgain() throws IOException {
        leave();
        in = 0;
        next = 0;
        enter();
    }

    private void report(int count) {
        loop.at(loop.now() + REPORT_NS, () -> {
            if (in < count) {
                System.err.println("  " + in + " of " + count + " players are in. " + trouble);
                report(count);
            }
        });
    }

    private void fill(int count) {
        while (connecting < CONNECTING_AT_ONCE && next < count) {
            connecting++;
            Member member = members.get(next++);
            connect(member, count);
        }
    }

    private void connect(Member member, int count) {
        connect(member, new Hearer(member, () -> {
            connecting--;
            in++;
            fill(count);
        }));
    }

    /** Connects a member again, to the replica where it is now; {@code in} is called when it has what it missed. */
    void reconnect(Member member, Runnable back) {
        connect(member, new Hearer(member, back));
    }

    private void connect(Member member, Hearer hearer) {
        try {
            int port = job.sockets().get(member.replica());
            member.connected(new ClientSocket(loop, shared, port, member.seat().token(), hearer));
        } catch (IOException failure) {
            hearer.failed(failure.getMessage());
        }
    }

    /** Drops all connections. */
    void leave() {
        for (Member member : members) {
            if (member.isConnected()) {
                member.socket().drop();
                member.disconnected();
            }
        }
    }

    /** Full jitter, as the protocol asks of clients: anything up to a bound that doubles with each failure. In ns. */
    long backoff(int failures) {
        return random.nextLong(FIRST_RETRY_NS << Math.min(failures, MOST_DOUBLINGS));
    }

    private void beat(Member member, ClientSocket socket, long at) {
        loop.at(at, () -> {
            if (member.socket() == socket) {
                socket.send("{\"type\":\"heartbeat\",\"sent\":" + loop.now() / 1_000_000 + ",\"streams\":[]}");
                beat(member, socket, at + HEARTBEAT_NS);
            }
        });
    }

    /** One connection of a member, from the upgrade to the end. */
    private final class Hearer implements ClientSocket.Listener {
        private final Member member;
        private final Runnable arrived;
        private boolean done;
        private int failures;

        Hearer(Member member, Runnable arrived) {
            this.member = member;
            this.arrived = arrived;
        }

        @Override
        public void opened(ClientSocket socket) {
            StringBuilder hello = new StringBuilder("{\"type\":\"hello\",\"resume\":[");
            member.positions()
                    .forEach((stream, position) -> hello.append(hello.charAt(hello.length() - 1) == '[' ? "" : ",")
                            .append("{\"stream\":\"")
                            .append(stream)
                            .append("\",\"epoch\":")
                            .append(position.epoch())
                            .append(",\"seq\":")
                            .append(position.seq())
                            .append('}'));
            socket.send(hello.append("]}").toString());
        }

        @Override
        public void heard(ClientSocket socket, Message message) {
            if (!done) {
                entering(socket, message);
            }
            script.heard(member, message);
        }

        private void entering(ClientSocket socket, Message message) {
            if (message.isType("resumed")) {
                member.resumed();
                beat(member, socket, loop.now() + random.nextLong(HEARTBEAT_NS));
                List<Integer> matches =
                        member.positions().isEmpty() ? member.seat().matches() : List.of();
                member.toJoin(matches.size());
                for (int match : matches) {
                    socket.send(join(job.matches().get(match)));
                }
            } else if (message.isType("snapshot") && member.isResumed()) {
                member.toJoin(member.toJoin() - 1);
            } else if (message.isType("error")) {
                trouble = message.toString();
            }
            if (member.isResumed() && member.toJoin() == 0) {
                done = true;
                arrived.run();
                script.in(member);
            }
        }

        @Override
        public void ended(ClientSocket socket, int why) {
            member.disconnected();
            if (done) {
                script.lost(member, why);
            } else {
                refused += why == ClientSocket.OVERLOADED ? 1 : 0;
                failed("A connection ended with " + why + ".");
            }
        }

        private void failed(String why) {
            trouble = why;
            loop.at(loop.now() + backoff(failures++), () -> connect(member, this));
        }
    }

    static String join(String match) {
        return "{\"type\":\"join\",\"id\":\"j\",\"match\":\"" + match + "\"}";
    }
}
