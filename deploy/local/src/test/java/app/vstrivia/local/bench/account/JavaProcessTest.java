package app.vstrivia.local.bench.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JavaProcessTest {
    private static final String SERIAL = """
            4242:
             def new generation   total 9792K, used 5120K [0x0, 0x1, 0x2)
              eden space 8704K,  46% used [0x0, 0x1, 0x2)
              from space 1088K, 100% used [0x0, 0x1, 0x2)
             tenured generation   total 21888K, used 11000K [0x0, 0x1, 0x2)
               the space 21888K,  50% used [0x0, 0x1, 0x2, 0x3)
             Metaspace       used 39836K, committed 40256K, reserved 1114112K
              class space    used 4731K, committed 4928K, reserved 1048576K
            """;
    private static final String G1 = """
            4242:
             garbage-first heap   total 133120K, used 21333K [0x0, 0x1)
              region size 1024K, 3 young (3072K), 2 survivors (2048K)
             Metaspace       used 41000K, committed 41472K, reserved 1114112K
            """;

    @Test
    void theHeapIsAllOfItsGenerations() {
        assertEquals(16_120, JavaProcess.sum(JavaProcess.heap(SERIAL)));
        assertEquals(21_333, JavaProcess.sum(JavaProcess.heap(G1)));
    }

    @Test
    void theMetaspaceHoldsTheClassSpace() {
        assertEquals(39_836, JavaProcess.metaspace(SERIAL));
        assertEquals(41_000, JavaProcess.metaspace(G1));
    }
}
