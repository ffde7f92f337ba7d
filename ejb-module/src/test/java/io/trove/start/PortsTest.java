package io.trove.start;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.trove.refusal.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    private static final String VARIABLE = "TROVE_HTTP_PORT";

    @ParameterizedTest
    @ValueSource(strings = {"many", "", "0", "-1", "65536", "4294967376", "80.5"})
    void a_port_that_is_none_is_named(String port) {
        assertEquals(
                VARIABLE + " is " + port + "; set it to a whole number from 1 to 65535.",
                assertRefused("localhost", port).getMessage());
    }

    @Test
    void a_host_that_nobody_knows_is_named() {
        assertEquals(
                "TROVE_HTTP_HOST is no.such.host.invalid, and no address of that name is known.",
                assertRefused("no.such.host.invalid", "9080").getMessage());
    }

    @Test
    void a_port_is_free_once_nobody_listens_on_it() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertEquals(
                    Ports.isTaken(VARIABLE, port),
                    assertRefused("localhost", port).getMessage());
            taken.close();
            assertDoesNotThrow(() -> Ports.free("localhost", VARIABLE, port));
        }
    }

    private static CannotStart assertRefused(String host, String port) {
        return assertThrows(CannotStart.class, () -> Ports.free(host, VARIABLE, port));
    }
}
