package io.feverline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
    private final Ports ports = new Ports(freeBase());

    @Test
    void a_port_in_use_is_named_with_what_wanted_it() throws IOException {
        try (ServerSocket other = new ServerSocket(ports.registry(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(LocalProblem.class)
                    .hasMessageContainingAll("" + other.getLocalPort(), "registry-service", "--port-base");
        }
    }

    @Test
    void free_ports_are_no_problem() {
        assertThatCode(ports::requireFree).doesNotThrowAnyException();
    }

    @Test
    void a_further_instance_has_a_port_that_is_free_and_none_of_these() throws IOException {
        int first = ports.freeAfter(0);
        try (ServerSocket other = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(first).isGreaterThan(ports.kafkaController());
            assertThat(ports.freeAfter(0)).isGreaterThan(other.getLocalPort());
        }
    }

    @Test
    void another_further_instance_has_another_port_although_none_listens_yet() {
        int first = ports.freeAfter(0);

        assertThat(ports.freeAfter(first)).isGreaterThan(first);
    }

    @Test
    void a_base_without_room_above_it_is_refused() {
        assertThatThrownBy(() -> new Ports(65_530)).hasMessageContaining("--port-base");
        assertThatThrownBy(() -> new Ports(80)).hasMessageContaining("--port-base");
    }

    /** Below the range that outgoing connections take theirs from, so that none is taken between look and use. */
    private static int freeBase() {
        return IntStream.iterate(15_000, base -> base < 20_000, base -> base + 10)
                .filter(base -> IntStream.range(base, base + 7).allMatch(PortsTest::canBeBound))
                .findFirst()
                .orElseThrow();
    }

    private static boolean canBeBound(int port) {
        try (ServerSocket probe = new ServerSocket(port)) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
