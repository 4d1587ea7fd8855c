package io.feverline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.ingest.device.Device;
import io.feverline.ingest.device.DeviceDirectory;
import io.feverline.ingest.reading.Mode;
import io.feverline.ingest.reading.Origin;
import io.feverline.ingest.reading.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** A gateway with a live key that sends whatever it is told, byte for byte. */
public final class Gateway {
    private static final String KEY = "flk_of-a-hostile";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI door;

    public Gateway(int port, DeviceDirectory directory) throws GeneralSecurityException {
        door = URI.create("http://localhost:" + port);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(UTF_8));
        directory.put(new Device(
                new Origin("gate-9", "shangli-exit-south", "360322101", Site.FOREHEAD, Mode.BODY, 0),
                Set.of(ByteBuffer.wrap(hash))));
    }

    /** An answer; each has a JSON body. */
    public record Answer(int status, JsonNode body) {
        /** The end of the problem's type. */
        public String problem() {
            return body.path("type").asText().replace("urn:feverline:problem:", "");
        }
    }

    /**
     * Posts a body.
     *
     * @param headers names and values in turn
     */
    public Answer post(String path, byte[] body, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(door.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + KEY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }

    /** The head of a request that is written by hand, up to where its length is told. */
    public static String head(String path, String contentType) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + KEY + "\r\nContent-Type: "
                + contentType + "\r\n";
    }

    /** A reading that is taken when nothing else stands in its way. */
    public static String reading(UUID id) {
        return reading(id, "36.6");
    }

    /** One of now with this for its temperature, be it a number or not. */
    public static String reading(UUID id, String temperature) {
        return "{\"id\":\"%s\",\"measuredAt\":\"%s\",\"temperature\":%s}"
                .formatted(id, Instant.ofEpochMilli(System.currentTimeMillis()), temperature);
    }

    /** Packed. */
    public static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
