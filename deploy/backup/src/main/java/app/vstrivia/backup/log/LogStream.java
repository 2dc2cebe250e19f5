package app.vstrivia.backup.log;

import app.vstrivia.backup.database.Facts;
import app.vstrivia.backup.database.Server;
import com.mysql.cj.NativeSession;
import com.mysql.cj.exceptions.CJException;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.protocol.MessageReader;
import com.mysql.cj.protocol.a.NativeConstants.IntegerDataType;
import com.mysql.cj.protocol.a.NativeConstants.StringLengthDataType;
import com.mysql.cj.protocol.a.NativePacketHeader;
import com.mysql.cj.protocol.a.NativePacketPayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The binary log of a server from a place on, as a replica is sent it. The driver makes the connection, signs in and encrypts; on
 * it goes the command that replicas give, which the driver has no method for.
 *
 * <p>The account needs {@code REPLICATION SLAVE}.
 */
final class LogStream implements AutoCloseable {
    /** The server says at least this often that it is there. */
    static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int COM_BINLOG_DUMP = 0x12;
    private static final int ERROR = 0xff;
    private static final int END = 0xfe;
    /** Without it MariaDB leaves out events, and positions have gaps. */
    private static final int SEND_ANNOTATIONS = 2;

    private final Connection connection;
    private final MessageReader<NativePacketHeader, NativePacketPayload> reader;

    private LogStream(Connection connection, MessageReader<NativePacketHeader, NativePacketPayload> reader) {
        this.connection = connection;
        this.reader = reader;
    }

    /**
     * @param replica a number that no other replica of this server has
     * @param position where an event begins
     */
    static LogStream open(Server server, Facts facts, long replica, String file, long position)
            throws IOException, SQLException {
        Connection connection = server.connect(
                "", Map.of("socketTimeout", Long.toString(SILENCE.toMillis()), "maintainTimeStats", "false"));
        try {
            prepare(connection, facts);
            NativeSession session =
                    (NativeSession) connection.unwrap(JdbcConnection.class).getSession();
            session.getProtocol().sendCommand(command(facts, replica, file, position), true, 0);
            return new LogStream(connection, session.getProtocol().getPacketReader());
        } catch (SQLException | CJException failure) {
            connection.close();
            throw failure;
        }
    }

    private static void prepare(Connection connection, Facts facts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String nanos = Long.toString(HEARTBEAT.toNanos());
            // Events come with the checksums that they have in the file. The older words are MariaDB's and MySQL's
            // before 8.0.26.
            statement.execute("SET @master_binlog_checksum = @@global.binlog_checksum,"
                    + " @source_binlog_checksum = @@global.binlog_checksum,"
                    + " @master_heartbeat_period = " + nanos + ", @source_heartbeat_period = " + nanos);
            if (facts.mariaDb()) {
                // All events as they are, none replaced by something older.
                statement.execute("SET @mariadb_slave_capability = 4");
            }
        }
    }

    private static NativePacketPayload command(Facts facts, long replica, String file, long position) {
        byte[] name = file.getBytes(StandardCharsets.UTF_8);
        NativePacketPayload packet = new NativePacketPayload(11 + name.length);
        packet.writeInteger(IntegerDataType.INT1, COM_BINLOG_DUMP);
        packet.writeInteger(IntegerDataType.INT4, position);
        packet.writeInteger(IntegerDataType.INT2, facts.mariaDb() ? SEND_ANNOTATIONS : 0);
        packet.writeInteger(IntegerDataType.INT4, replica);
        packet.writeBytes(StringLengthDataType.STRING_FIXED, name);
        return packet;
    }

    /**
     * The next event, of the file or made up by the server. Waits for it; one that is made up comes each second while there
     * is nothing else.
     *
     * @throws IOException if the connection is lost or the server ended the stream
     */
    LogEvent next() throws IOException {
        NativePacketPayload packet;
        try {
            packet = reader.readMessage(Optional.empty(), reader.readHeader());
        } catch (CJException failure) {
            throw new IOException("The connection to the server is lost", failure);
        }
        byte[] payload = Arrays.copyOf(packet.getByteBuffer(), packet.getPayloadLength());
        int kind = payload[0] & 0xff;
        if (kind == ERROR) {
            int code = (payload[1] & 0xff) | (payload[2] & 0xff) << 8;
            int text = payload.length > 3 && payload[3] == '#' ? 9 : 3;
            throw new IOException("The server does not send its binary log: "
                    + new String(payload, text, payload.length - text, StandardCharsets.UTF_8) + " (" + code + ")");
        }
        if (kind == END) {
            throw new IOException("The server ended the stream of its binary log");
        }
        return new LogEvent(Arrays.copyOfRange(payload, 1, payload.length));
    }

    @Override
    public void close() throws SQLException {
        // Not close(), which would say goodbye in the middle of the stream and wait for an answer.
        connection.abort(Runnable::run);
    }
}
