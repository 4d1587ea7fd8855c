package io.feverline.ingest.rest;

import static io.feverline.ingest.Gateway.reading;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.feverline.ingest.Gateway;
import io.feverline.ingest.HostileProfile;
import io.feverline.ingest.NaughtyStrings;
import io.feverline.ingest.RecordedPublisher;
import io.feverline.ingest.device.DeviceDirectory;
import io.feverline.ingest.reading.Reading;
import io.feverline.ingest.reading.Traveller;
import io.feverline.ingest.reading.Vehicle;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every naughty string in every member that is a text, a line each. */
@QuarkusTest
@TestProfile(HostileProfile.class)
class NaughtyTextTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    DeviceDirectory directory;

    @Inject
    RecordedPublisher brokers;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    Gateway gateway;

    @BeforeEach
    void registerDevice() throws Exception {
        gateway = new Gateway(port, directory);
    }

    static Stream<Arguments> membersThatAreTheSendersOwn() {
        return Stream.of(
                member("/bootId", Reading::bootId),
                member("/traveller/name", reading -> traveller(reading).name()),
                member("/traveller/phone", reading -> traveller(reading).phone()),
                number(
                        "/traveller/documentNumber",
                        reading -> traveller(reading).documentNumber()),
                number("/vehicle/plate", reading -> vehicle(reading).plate()),
                member("/vehicle/trailerPlate", reading -> vehicle(reading).trailerPlate()),
                member("/vehicle/trip", reading -> vehicle(reading).trip()),
                member("/vehicle/seat", reading -> vehicle(reading).seat()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("membersThatAreTheSendersOwn")
    void a_naughty_text_is_kept_verbatim_or_its_rule_is_named(
            String member, Function<Reading, @Nullable String> kept, int least) throws Exception {
        var naughty = NaughtyStrings.all();
        var ids = Stream.generate(UUID::randomUUID).limit(naughty.size()).toList();

        var answer =
                gateway.post("/v1/readings/batch", lines(ids, member, naughty), "Content-Type", "application/x-ndjson");

        assertThat(problems(answer)).isSubsetOf("member-too-long", "member-missing");
        var taken = brokers.published().stream()
                .filter(reading -> ids.contains(reading.id()))
                .toList();
        assertThat(taken).hasSize(answer.body().path("accepted").asInt()).hasSizeGreaterThan(least);
        assertThat(taken)
                .allSatisfy(
                        reading -> assertThat(kept.apply(reading)).isEqualTo(naughty.get(ids.indexOf(reading.id()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id",
                "/measuredAt",
                "/mode",
                "/site",
                "/deviceId",
                "/recheckOf",
                "/temperature",
                "/traveller/documentType",
                "/traveller/originArea",
                "/traveller/destinationArea",
                "/vehicle/kind"
            })
    void a_naughty_text_for_what_has_a_form_is_turned_away(String member) throws Exception {
        var naughty = NaughtyStrings.all();
        var ids = Stream.generate(UUID::randomUUID).limit(naughty.size()).toList();

        var answer =
                gateway.post("/v1/readings/batch", lines(ids, member, naughty), "Content-Type", "application/x-ndjson");

        assertThat(answer.body().path("rejected").asInt()).isEqualTo(naughty.size());
    }

    private static byte[] lines(List<UUID> ids, String member, List<String> texts) throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            var reading = (ObjectNode) JSON.readTree(reading(ids.get(i)));
            reading.putObject("traveller").put("documentType", "other").put("documentNumber", "E1");
            reading.putObject("vehicle").put("plate", "鄂A12345");
            int name = member.lastIndexOf('/');
            ((ObjectNode) reading.at(member.substring(0, name))).put(member.substring(name + 1), texts.get(i));
            lines.append(JSON.writeValueAsString(reading)).append('\n');
        }
        return lines.toString().getBytes(UTF_8);
    }

    private static List<String> problems(Gateway.Answer answer) {
        return StreamSupport.stream(answer.body().path("problems").spliterator(), false)
                .map(item -> item.at("/problem/type").asText().replace("urn:feverline:problem:", ""))
                .distinct()
                .collect(Collectors.toList());
    }

    private static Arguments member(String path, Function<Reading, @Nullable String> kept) {
        return arguments(path, kept, 400);
    }

    /** Some have neither letter nor digit, and are no numbers. */
    private static Arguments number(String path, Function<Reading, @Nullable String> kept) {
        return arguments(path, kept, 370);
    }

    private static Traveller traveller(Reading reading) {
        return requireNonNull(reading.traveller());
    }

    private static Vehicle vehicle(Reading reading) {
        return requireNonNull(reading.vehicle());
    }
}
