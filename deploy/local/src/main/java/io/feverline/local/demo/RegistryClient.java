package io.feverline.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.local.LocalProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** registry-service's HTTP interface as an administrator uses it. */
public final class RegistryClient {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    private final URI url;
    private final String token;
    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();

    /** With an administrator's token. */
    public RegistryClient(URI url, String token, HttpClient http) {
        this.url = url;
        this.token = token;
        this.http = http;
    }

    void importAreas(String csv) {
        HttpResponse<String> response = post("/v1/areas/import", "text/csv;charset=utf-8", csv);
        if (response.statusCode() != OK) {
            throw refused("/v1/areas/import", response);
        }
    }

    /** Registers something and gives the answer; empty if the registry has it already. */
    Optional<JsonNode> register(String path, Object what) {
        try {
            HttpResponse<String> response = post(path, "application/json", json.writeValueAsString(what));
            return switch (response.statusCode()) {
                case CREATED -> Optional.of(json.readTree(response.body()));
                case CONFLICT -> Optional.empty();
                default -> throw refused(path, response);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("registry-service did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalProblem("正在停止。 The system is stopping.", e);
        }
    }

    private static LocalProblem refused(String path, HttpResponse<String> response) {
        return new LocalProblem("演示数据未能装入。 registry-service refused the demo county: %s answered %d %s"
                .formatted(path, response.statusCode(), response.body()));
    }
}
