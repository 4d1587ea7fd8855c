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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.HdrHistogram.Histogram;

/** What an official asks, one question after the other, and how long each answer takes, µs. */
final class Questions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration HISTORY = Duration.ofDays(14);

    private final LocalSystem system;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Questions(LocalSystem system) {
        this.system = system;
    }

    /** Where travellers have been in the last 14 days. */
    Histogram histories(List<UUID> travellers) throws IOException, InterruptedException {
        var from = Instant.now().minus(HISTORY);
        var micros = new Histogram(3);
        String token = system.token(Persona.COUNTY_OFFICIAL);
        for (UUID traveller : travellers) {
            String answer = ask("/v1/travellers/" + traveller + "/passages?from=" + from, token, micros);
            if (JSON.readTree(answer).path("items").isEmpty()) {
                throw new IOException("a traveller's history is empty");
            }
        }
        return micros;
    }

    /** Who shows a passport. */
    Histogram people(List<String> passports) throws IOException, InterruptedException {
        return searches(
                "/v1/travellers/search", "{\"documentType\":\"passport\",\"documentNumber\":\"%s\"}", passports);
    }

    /** Whose plate that is. */
    Histogram vehicles(List<String> plates) throws IOException, InterruptedException {
        return searches("/v1/vehicles/search", "{\"plate\":\"%s\"}", plates);
    }

    private Histogram searches(String path, String body, List<String> numbers)
            throws IOException, InterruptedException {
        var micros = new Histogram(3);
        String token = system.token(Persona.COUNTY_OFFICIAL);
        for (String number : numbers) {
            HttpRequest.Builder search = request(path, token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(String.format(Locale.ROOT, body, number)));
            if (JSON.readTree(ask(search, micros)).path("items").size() != 1) {
                throw new IOException("somebody who passed was not found");
            }
        }
        return micros;
    }

    /** The county's figures of days. */
    Histogram statistics(List<LocalDate> days) throws IOException, InterruptedException {
        var micros = new Histogram(3);
        String token = system.token(Persona.COUNTY_OFFICIAL);
        for (LocalDate day : days) {
            String answer = ask("/v1/areas/360322/statistics?day=" + day, token, micros);
            if (JSON.readTree(answer).path("total").path("screened").asLong() == 0) {
                throw new IOException("nobody was screened on " + day);
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
        return ask(request(path, token), micros);
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(system.url(Service.REGISTRY_SERVICE).resolve(path))
                .header("Authorization", "Bearer " + token);
    }

    private String ask(HttpRequest.Builder question, Histogram micros) throws IOException, InterruptedException {
        HttpRequest request = question.build();
        long begin = System.nanoTime();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        micros.recordValue((System.nanoTime() - begin) / 1_000);
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri().getPath() + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
