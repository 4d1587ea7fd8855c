package io.feverline.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultTest {

    @Test
    void every_requirement_has_a_gateway_that_breaks_it() {
        assertThat(Stream.of(Fault.values()).flatMap(fault -> fault.breaks().stream()))
                .contains(Requirement.values());
    }
}
