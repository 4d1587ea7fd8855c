package io.feverline.alert.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.lifecycle.Severity;
import io.feverline.alert.notify.Channel;
import io.feverline.alert.notify.ChannelKind;
import io.feverline.alert.notify.Reply;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotCarrierTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_614_265_330_123L);

    /** Computed with another implementation of HMAC-SHA-256. */
    @Test
    void dingtalks_time_and_signature_are_added_to_the_url() {
        assertThat(RobotCarrier.url(robot(ChannelKind.DINGTALK, "SEC0123456789abcdef"), NOW))
                .hasToString(
                        "https://robot.example/send?key=1&timestamp=1614265330123&sign=SPVrkikPbXAWv4ng1kYIuMr8EMLsoA5ulFC1E7ORbXM%3D");
    }

    @Test
    void a_robot_without_a_secret_is_called_as_it_is() {
        assertThat(RobotCarrier.url(robot(ChannelKind.DINGTALK, null), NOW))
                .hasToString("https://robot.example/send?key=1");
        assertThat(RobotCarrier.url(robot(ChannelKind.WECOM, null), NOW))
                .hasToString("https://robot.example/send?key=1");
    }

    @Test
    void errcode_zero_is_taken() {
        assertThat(RobotCarrier.meaning("{\"errcode\":0,\"errmsg\":\"ok\"}")).isEqualTo(new Reply.Taken());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"} | errcode 45009",
                "{\"errcode\":310000} | errcode 310000",
                "{\"errmsg\":\"ok\"} | no errcode",
                "[] | no errcode",
                "<html> | no errcode",
                "`` | no errcode",
            })
    void anything_else_is_a_failure_although_it_came_with_200(String body, String why) {
        assertThat(RobotCarrier.meaning(body)).isEqualTo(new Reply.Failed(why, null));
    }

    private static Channel robot(ChannelKind kind, @Nullable String secret) {
        return new Channel(
                UUID.randomUUID(),
                UUID.randomUUID(),
                kind,
                "https://robot.example/send?key=1",
                secret,
                Severity.LOW,
                true,
                1);
    }
}
