package io.feverline.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2::7, 20010db800010002",
        "2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002",
        "2001:db8:1:3::7, 20010db800010003",
        "a-socket, a-socket"
    })
    void an_address_stands_for_itself_and_of_ipv6_for_its_network(String address, String network) {
        assertThat(RemoteNetwork.of(address)).isEqualTo(network);
    }

    @Test
    void who_has_no_address_is_nobody_in_particular() {
        assertThat(RemoteNetwork.of(null)).isEmpty();
    }
}
