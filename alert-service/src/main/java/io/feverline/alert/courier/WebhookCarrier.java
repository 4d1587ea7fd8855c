package io.feverline.alert.courier;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.feverline.alert.notify.Message;
import io.feverline.alert.notify.Reply;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/** Posts webhooks after Standard Webhooks 1.0.0: each attempt has the same id and body, and its own time. */
@ApplicationScoped
class WebhookCarrier {
    private final HttpPost http;
    private final InstantSource clock;

    WebhookCarrier(HttpPost http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    Uni<Reply> carry(Message message) {
        String body = Objects.requireNonNull(message.body());
        String id = message.id().toString();
        long timestamp = clock.instant().getEpochSecond();
        Map<String, String> headers = Map.of(
                Webhook.UNBRANDED_MSG_ID_KEY,
                id,
                Webhook.UNBRANDED_MSG_TIMESTAMP_KEY,
                Long.toString(timestamp),
                Webhook.UNBRANDED_MSG_SIGNATURE_KEY,
                signature(Objects.requireNonNull(message.channel().secret()), id, timestamp, body));
        return http.send(URI.create(message.channel().target()), headers, body).map(HttpPost.Answer::meaning);
    }

    static String signature(String secret, String id, long timestamp, String body) {
        try {
            return new Webhook(secret).sign(id, timestamp, body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
