package io.feverline.benchmarks.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.HdrHistogram.Histogram;

/** What an official asks, one question after the other, and how long each answer takes, µs. */
final class Questions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalSystem system;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Questions(LocalSystem system) {
        this.system = system;
    }

    /** Where travellers have been. */
    Histogram histories(List<UUID> travellers) throws IOException, InterruptedException {
        var micros = new Histogram(3);
        String token = system.token(Persona.COUNTY_OFFICIAL);
        for (UUID traveller : travellers) {
            String answer = ask("/v1/travellers/" + traveller + "/passages", token, micros);
            if (JSON.readTree(answer).path("items").isEmpty()) {
                throw new IOException("a traveller's history is empty");
            }
        }
        return micros;
    }

    /** The closest contacts of the first passenger of some coaches. */
    Histogram contacts(ManyPassages county, int from, int to) throws IOException, InterruptedException {
        var micros = new Histogram(3);
        String token = system.token(Persona.COUNTY_OFFICIAL);
        for (int coach = from; coach < to; coach++) {
            String answer = ask("/v1/travellers/" + county.passenger(coach, 0) + "/contacts", token, micros);
            JsonNode page = JSON.readTree(answer);
            JsonNode last = page.path("items").path(ManyPassages.SEATS - 2).path("encounters");
            if (!last.path(0).hasNonNull("trip") || page.path("cut").asBoolean()) {
                throw new IOException("who rode along is not all there: " + answer);
            }
        }
        return micros;
    }

    /** All contacts of the first passenger of some coaches. */
    Histogram exports(ManyPassages county, int from, int to) throws IOException, InterruptedException {
        var micros = new Histogram(3);
        String token = system.token(Persona.COUNTY_OFFICIAL);
        for (int coach = from; coach < to; coach++) {
            String path = "/v1/travellers/" + county.passenger(coach, 0) + "/contacts/export";
            if (!ask(path, token, micros)
                    .contains(county.passenger(coach, ManyPassages.SEATS - 1).toString())) {
                throw new IOException("who rode along is not in the export");
            }
        }
        return micros;
    }

    private String ask(String path, String token, Histogram micros) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        system.url(Service.REGISTRY_SERVICE).resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        long begin = System.nanoTime();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        micros.recordValue((System.nanoTime() - begin) / 1_000);
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
