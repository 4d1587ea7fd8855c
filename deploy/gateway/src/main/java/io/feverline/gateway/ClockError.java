package io.feverline.gateway;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the gateway's clock is off, by one round trip (RFC 5905, section 8).
 *
 * @param ahead of the service's; negative when behind
 * @param within it is no further off from that than this: half of what the network took
 */
public record ClockError(Duration ahead, Duration within) {

    static ClockError of(Instant sent, Instant received, Instant answered, Instant came) {
        Duration there = Duration.between(received, sent);
        Duration back = Duration.between(answered, came);
        Duration network = Duration.between(sent, came).minus(Duration.between(received, answered));
        return new ClockError(
                there.plus(back).dividedBy(2), network.dividedBy(2).abs());
    }
}
