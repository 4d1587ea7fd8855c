package io.feverline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Which alerts there are, whether or not the stream has shown them. */
final class AlertList {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AlertList() {}

    /** The readings that opened them. */
    static Set<String> readings(RunningSystem system) throws IOException, InterruptedException {
        Set<String> readings = new HashSet<>();
        String token = system.token();
        HttpClient http = HttpClient.newHttpClient();
        String cursor = "";
        do {
            HttpRequest request = HttpRequest.newBuilder(system.alerts().resolve("/v1/alerts?limit=200" + cursor))
                    .header("Authorization", "Bearer " + token)
                    .build();
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("the list of alerts answered " + answer.statusCode());
            }
            JsonNode page = JSON.readTree(answer.body());
            page.path("items")
                    .forEach(alert -> readings.add(alert.path("readingId").asText()));
            cursor = page.hasNonNull("next")
                    ? "&cursor=" + URLEncoder.encode(page.get("next").asText(), StandardCharsets.UTF_8)
                    : "";
        } while (!cursor.isEmpty());
        return readings;
    }
}
