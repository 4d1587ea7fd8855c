package io.feverline.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://receiver.example/fevers",
                "https://oapi.dingtalk.com/robot/send?access_token=1",
                "https://receiver.example:8443",
                "HTTPS://receiver.example/"
            })
    void an_https_url_is_a_target(String target) {
        assertThat(Targets.isUrl(target, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "receiver.example",
                "ftp://receiver.example/",
                "file:///etc/passwd",
                "https:///fevers",
                "https://user:password@receiver.example/",
                "https://user@receiver.example/",
                "https://receiver.example/#fragment",
                "https://receiver.example:0/",
                "https://receiver.example:65536/",
                "https://receiver.example/a b",
                "https://receiver.example/\r\nHost: other"
            })
    void what_is_no_url_or_has_credentials_is_none(String target) {
        assertThat(Targets.isUrl(target, true)).isFalse();
    }

    @Test
    void an_http_url_is_one_only_where_that_is_allowed() {
        assertThat(Targets.isUrl("http://receiver.example/", false)).isFalse();
        assertThat(Targets.isUrl("http://receiver.example/", true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"duty@county.example", "a.b+c@x-y.example", "zhi_ban@10086.example"})
    void one_address_is_a_mail_address(String address) {
        assertThat(Targets.isMailAddress(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "duty",
                "@county.example",
                "duty@",
                "a@b.example,c@d.example",
                "Duty <duty@county.example>",
                "duty@county.example\r\nBcc: all@county.example",
                "duty@county..example",
                "du ty@county.example"
            })
    void anything_else_is_none(String address) {
        assertThat(Targets.isMailAddress(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1"
            })
    void addresses_of_neighbours_are_not_public(String address) throws UnknownHostException {
        assertThat(Targets.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "198.17.255.255",
                "198.20.0.1",
                "223.255.255.255",
                "2400:3200::1"
            })
    void addresses_of_the_internet_are(String address) throws UnknownHostException {
        assertThat(Targets.isPublic(InetAddress.getByName(address))).isTrue();
    }
}
