package app.vstrivia.backup.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** An event of the binary log as it is stored: a header of 19 bytes, a body, and mostly a checksum of 4. */
final class LogEvent {
    static final int HEADER = 19;
    /** With which a file begins. */
    static final byte[] MAGIC = {(byte) 0xfe, 'b', 'i', 'n'};

    static final int QUERY = 2;
    static final int ROTATE = 4;
    static final int INTVAR = 5;
    static final int RAND = 13;
    static final int USER_VAR = 14;
    static final int FORMAT = 15;
    static final int XID = 16;
    static final int BEGIN_LOAD_QUERY = 17;
    static final int EXECUTE_LOAD_QUERY = 18;
    static final int TABLE_MAP = 19;
    static final int INCIDENT = 26;
    static final int HEARTBEAT = 27;
    static final int WRITE_ROWS_V1 = 23;
    static final int DELETE_ROWS_V1 = 25;
    static final int WRITE_ROWS = 30;
    static final int DELETE_ROWS = 32;
    static final int GTID = 33;
    static final int ANONYMOUS_GTID = 34;
    static final int XA_PREPARE = 38;
    static final int PARTIAL_UPDATE_ROWS = 39;
    static final int TRANSACTION_PAYLOAD = 40;
    static final int HEARTBEAT_V2 = 41;
    static final int MARIADB_GTID = 162;
    static final int MARIADB_ENCRYPTION = 164;
    static final int MARIADB_COMPRESSED_FIRST = 165;
    static final int MARIADB_COMPRESSED_LAST = 171;

    private static final int ARTIFICIAL = 0x20;
    private static final int CHECKSUM = 4;

    private final byte[] bytes;
    private final ByteBuffer view;

    /** @param bytes one event and nothing else */
    LogEvent(byte[] bytes) {
        this.bytes = bytes;
        this.view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < HEADER || size() != bytes.length) {
            throw new IllegalArgumentException("not an event of the binary log");
        }
    }

    byte[] bytes() {
        return bytes;
    }

    /** Seconds since 1970; 0 for what the server makes up. */
    long timestamp() {
        return number4(0);
    }

    int type() {
        return number1(4);
    }

    long size() {
        return number4(9);
    }

    /** Where the next one begins in the file; 0 if the server does not say: MariaDB does not, within a transaction. */
    long end() {
        return number4(13);
    }

    /** Not in the file: made up by the server for who reads it. */
    boolean isArtificial() {
        return (number2(17) & ARTIFICIAL) != 0 || type() == HEARTBEAT || type() == HEARTBEAT_V2;
    }

    boolean isRows() {
        int type = type();
        return type >= WRITE_ROWS_V1 && type <= DELETE_ROWS_V1
                || type >= WRITE_ROWS && type <= DELETE_ROWS
                || type == PARTIAL_UPDATE_ROWS;
    }

    /** Whether the last four bytes are the checksum of the rest. */
    boolean hasGoodChecksum() {
        if (bytes.length < HEADER + CHECKSUM) {
            return false;
        }
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, bytes.length - CHECKSUM);
        return sum.getValue() == number4(bytes.length - CHECKSUM);
    }

    /** Whether events of this file have a checksum; of the event that describes the file. */
    boolean saysChecksums() {
        return number1(bytes.length - CHECKSUM - 1) == 1;
    }

    /** The file that a {@link #ROTATE} tells of. */
    String nextFile() {
        int end = bytes.length - (hasGoodChecksum() ? CHECKSUM : 0);
        return text(HEADER + 8, end - HEADER - 8);
    }

    int number1(int at) {
        return view.get(at) & 0xff;
    }

    int number2(int at) {
        return view.getShort(at) & 0xffff;
    }

    long number4(int at) {
        return view.getInt(at) & 0xffff_ffffL;
    }

    long number6(int at) {
        return number4(at) | (long) number2(at + 4) << 32;
    }

    long number8(int at) {
        return view.getLong(at);
    }

    String text(int at, int length) {
        return new String(bytes, at, length, StandardCharsets.UTF_8);
    }
}
