package io.feverline.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Signs personas in, the way deploy/token does. */
final class Tokens {
    private final URI issuer;
    private final HttpClient http;

    Tokens(URI issuer, HttpClient http) {
        this.issuer = issuer;
        this.http = http;
    }

    String of(Persona persona) {
        String form = "grant_type=password&client_id=feverline&scope=openid&password=%s&username=%s"
                .formatted(persona.username(), persona.username());
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new ObjectMapper()
                    .readTree(response.body())
                    .required("access_token")
                    .textValue();
        } catch (IOException e) {
            throw new UncheckedIOException("no token for " + persona.username(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalProblem("正在停止。 The system is stopping.", e);
        }
    }
}
