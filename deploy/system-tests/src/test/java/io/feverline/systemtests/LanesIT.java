package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * All gateways come back at one moment, each with a backlog of six hours: the live lane goes its way meanwhile.
 */
@ExtendWith(KilledSystem.class)
class LanesIT {
    private static final Logger LOG = Logger.getLogger(LanesIT.class.getName());
    private static final boolean LONG = Boolean.getBoolean("feverline.long");
    private static final int GATEWAYS = LONG ? 5_000 : 200;

    /**
     * A reading every ten minutes, or every one: so many that the door's first moments, with cold code, are a small
     * part.
     */
    private static final int READINGS_EACH = LONG ? 36 : 360;

    private static final int LIVE_AT_LEAST = 20;
    /**
     * The longest way from the gateway to the duty officer is at most this part of the time that the backlog takes, on
     * a machine that has nothing left to give; in one lane with the backlog it would be nearly the whole.
     */
    private static final int LONGEST_PART = 4;

    private static final double MOST_MEBIBYTES = 350;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static LocalSystem system;

    private final List<Double> resident = new ArrayList<>();

    @BeforeAll
    static void isThere(LocalSystem running) {
        system = running;
    }

    @Test
    void a_six_hour_backlog_of_all_gateways_delays_no_live_fever() throws Exception {
        var gates = Gates.at("断网演练", system, GATEWAYS);
        var backlog = new Backlog(system, gates.all(), READINGS_EACH);
        var meters = new Meters(system, Service.CHECKPOINT_INGEST);
        var live = Gates.at("省界通道", system, 1).all().get(0);
        var fevers = new Knocker(system, live, 38.6);
        try (var stream = AlertStream.open(system, Persona.DUTY_OFFICER)) {
            fevers.start();
            await().atMost(PATIENCE).until(() -> stream.told().size() >= LIVE_AT_LEAST);

            var begun = Instant.now();
            backlog.send();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
                resident.add(meters.residentMebibytes());
                return gates.storedCount() == backlog.readings().size();
            });
            var longest = Duration.between(begun, Instant.now()).dividedBy(LONGEST_PART);
            fevers.end();

            var answers = fevers.answersBetween(begun, Instant.MAX);
            assertThat(answers).hasSizeGreaterThan(LIVE_AT_LEAST).allMatch(Knocker.Answer::accepted);
            await().atMost(PATIENCE).until(() -> stream.told().keySet().containsAll(ids(answers)));
            var delays = delays(answers, stream);
            tell(backlog, answers, delays);
            LOG.info(() -> "a quarter of the backlog's time: %d ms".formatted(longest.toMillis()));
            assertThat(delays).allMatch(delay -> delay.compareTo(longest) <= 0);
        }
        assertThat(resident).allMatch(mebibytes -> mebibytes <= MOST_MEBIBYTES);
        await().atMost(PATIENCE).until(backlog::done);
        assertThat(gates.stored()).containsExactlyInAnyOrderElementsOf(backlog.readings());
    }

    private static List<String> ids(List<Knocker.Answer> answers) {
        return answers.stream().map(answer -> answer.reading().toString()).toList();
    }

    /** From the gateway to the duty officer, ascending. */
    private static List<Duration> delays(List<Knocker.Answer> answers, AlertStream stream) {
        return answers.stream()
                .map(answer -> Duration.between(
                        answer.sent(), stream.told().get(answer.reading().toString())))
                .sorted()
                .toList();
    }

    private static void tell(Backlog backlog, List<Knocker.Answer> answers, List<Duration> delays) {
        var door = answers.stream().map(Knocker.Answer::took).sorted().toList();
        int last = delays.size() - 1;
        LOG.info(() ->
                "%d late readings, put off %d times; %d live fevers: door %d ms, at most %d; alert %d ms, at most %d"
                        .formatted(
                                backlog.readings().size(),
                                backlog.putOff(),
                                delays.size(),
                                door.get(last / 2).toMillis(),
                                door.get(last).toMillis(),
                                delays.get(last / 2).toMillis(),
                                delays.get(last).toMillis()));
    }
}
