package io.feverline.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void a_port_in_use_is_named_with_what_wanted_it() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(other.getLocalPort() - 2);

            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(LocalProblem.class)
                    .hasMessageContainingAll("" + other.getLocalPort(), "registry-service", "--port-base");
        }
    }

    @Test
    void free_ports_are_no_problem() throws IOException {
        int free;
        try (ServerSocket once = new ServerSocket(0)) {
            free = once.getLocalPort();
        }
        assertThatCode(new Ports(Math.min(free, 65_529))::requireFree).doesNotThrowAnyException();
    }

    @Test
    void a_base_without_room_above_it_is_refused() {
        assertThatThrownBy(() -> new Ports(65_530)).hasMessageContaining("--port-base");
        assertThatThrownBy(() -> new Ports(80)).hasMessageContaining("--port-base");
    }
}
