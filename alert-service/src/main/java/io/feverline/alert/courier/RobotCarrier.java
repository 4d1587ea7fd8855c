package io.feverline.alert.courier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feverline.alert.notify.Channel;
import io.feverline.alert.notify.ChannelKind;
import io.feverline.alert.notify.Message;
import io.feverline.alert.notify.Reply;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts to the group robots of WeCom and DingTalk. Both answer 200 also when they do not take a message; then their
 * {@code errcode} is not 0.
 */
@ApplicationScoped
class RobotCarrier {
    private final HttpPost http;
    private final InstantSource clock;

    RobotCarrier(HttpPost http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    Uni<Reply> carry(Message message) {
        return http.send(url(message.channel(), clock.instant()), Map.of(), Objects.requireNonNull(message.body()))
                .map(answer -> answer.meaning() instanceof Reply.Taken ? meaning(answer.body()) : answer.meaning());
    }

    /** Too many messages and broken messages look alike enough; either is tried again later. */
    static Reply meaning(String body) {
        try {
            Object code = new JsonObject(body).getValue("errcode");
            if (code instanceof Number number) {
                return number.intValue() == 0
                        ? new Reply.Taken()
                        : new Reply.Failed("errcode " + number.intValue(), null);
            }
        } catch (DecodeException e) {
            // falls through to the answer below
        }
        return new Reply.Failed("no errcode", null);
    }

    /**
     * A robot of DingTalk that has a secret wants the time in ms and, keyed with the secret, the HMAC-SHA-256 of the
     * time, a line feed and the secret (open.dingtalk.com, security settings of custom robots).
     */
    static URI url(Channel channel, Instant now) {
        String secret = channel.secret();
        if (channel.kind() != ChannelKind.DINGTALK || secret == null) {
            return URI.create(channel.target());
        }
        long timestamp = now.toEpochMilli();
        String signature = Base64.getEncoder().encodeToString(hmac(secret, timestamp + "\n" + secret));
        return URI.create(channel.target() + (channel.target().contains("?") ? "&" : "?") + "timestamp=" + timestamp
                + "&sign=" + URLEncoder.encode(signature, UTF_8));
    }

    private static byte[] hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
