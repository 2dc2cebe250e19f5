package app.vstrivia.api.platform.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Web servers that everybody can reach: ports 80 and 443 of addresses that the registries of special purposes (RFC 6890 and
 * what IANA added since) do not name. Of IPv6 only what is given out as global unicast, without the blocks in which an IPv4
 * address may hide.
 */
@ApplicationScoped
public class PublicAddresses implements AddressRule {
    private static final List<Block> SPECIAL_4 = List.of(
            Block.of(8, 0),
            Block.of(8, 10),
            Block.of(10, 100, 64),
            Block.of(8, 127),
            Block.of(16, 169, 254),
            Block.of(12, 172, 16),
            Block.of(24, 192, 0, 0),
            Block.of(24, 192, 0, 2),
            Block.of(24, 192, 88, 99),
            Block.of(16, 192, 168),
            Block.of(15, 198, 18),
            Block.of(24, 198, 51, 100),
            Block.of(24, 203, 0, 113),
            Block.of(4, 224),
            Block.of(4, 240));

    private static final Block GLOBAL_UNICAST = Block.of(3, 0x20);

    private static final List<Block> SPECIAL_6 = List.of(
            Block.of(23, 0x20, 0x01, 0x00), // protocols, Teredo among them
            Block.of(32, 0x20, 0x01, 0x0d, 0xb8), // documentation
            Block.of(16, 0x20, 0x02), // 6to4
            Block.of(20, 0x3f, 0xff)); // documentation

    @Override
    public boolean allows(InetAddress address, int port) {
        if (port != 80 && port != 443) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? SPECIAL_4.stream().noneMatch(block -> block.holds(bytes))
                : GLOBAL_UNICAST.holds(bytes) && SPECIAL_6.stream().noneMatch(block -> block.holds(bytes));
    }

    /** All addresses that begin with the same bits. */
    private record Block(int bits, int[] first) {
        static Block of(int bits, int... first) {
            return new Block(bits, first);
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int octet = bit / Byte.SIZE;
                int given = octet < first.length ? first[octet] : 0;
                if (((address[octet] ^ given) >> Byte.SIZE - 1 - bit % Byte.SIZE & 1) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
