package io.feverline.alert.courier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.feverline.alert.Changes;
import io.feverline.alert.NotifyProfile;
import io.feverline.alert.courier.Receiver.Answer;
import io.feverline.alert.courier.Receiver.Received;
import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.lifecycle.Severity;
import io.feverline.alert.notify.Channel;
import io.feverline.alert.notify.ChannelKind;
import io.feverline.alert.notify.Fate;
import io.feverline.alert.notify.Message;
import io.feverline.alert.notify.Silence;
import io.feverline.alert.postgres.AlertWriter;
import io.feverline.alert.postgres.ChannelStore;
import io.feverline.alert.postgres.MessageStore;
import io.feverline.alert.postgres.NewsStore;
import io.feverline.alert.postgres.NotificationStore;
import io.feverline.alert.postgres.NotificationStore.Listed;
import io.feverline.alert.postgres.ProbeStore;
import io.feverline.alert.postgres.SilenceStore;
import io.feverline.events.access.AreaScope;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NotifyProfile.class)
class CourierTest {
    private static final AreaScope COUNTY = AreaScope.of("360322");
    private static final String TOWN = "360322101";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Inject
    Courier courier;

    @Inject
    AlertWriter alerts;

    @Inject
    ChannelStore channels;

    @Inject
    SilenceStore silences;

    @Inject
    NotificationStore notifications;

    @Inject
    NewsStore news;

    @Inject
    ProbeStore probes;

    @Inject
    MessageStore messages;

    @Inject
    Pool pool;

    @Inject
    MockMailbox mailbox;

    private final String checkpoint = "notify-" + UUID.randomUUID();
    private final UUID unit = UUID.randomUUID();
    private final Receiver receiver = new Receiver();

    @BeforeEach
    void addUnit() {
        await(pool.preparedQuery(
                        "INSERT INTO unit (id, name, level, area_code, checkpoint_id) VALUES ($1, $2, $3, $4, $5)")
                .execute(Tuple.of(unit, checkpoint, "checkpoint", TOWN, checkpoint)));
    }

    @AfterEach
    void close() {
        receiver.close();
        await(pool.preparedQuery("WITH deaf AS (DELETE FROM channel WHERE unit_id = $1) DELETE FROM unit WHERE id = $1")
                .execute(Tuple.of(unit)));
    }

    @Test
    void a_fever_is_told_by_a_webhook_that_its_receiver_can_verify() throws Exception {
        channel(ChannelKind.WEBHOOK, receiver.url(), SECRET);

        EpisodeTold fever = raise();

        Received webhook = received(1).get(0);
        new Webhook(SECRET).verify(webhook.body(), lowerCase(webhook));
        assertThat(webhook.json().getString("type")).isEqualTo("notifications");
        JsonObject event = webhook.events().getJsonObject(0);
        assertThat(event.getString("type")).isEqualTo("alert.opened");
        assertThat(event.getJsonObject("alert").getString("id"))
                .isEqualTo(fever.alertId().toString());
        assertThat(event.getJsonObject("alert").getDouble("temperature")).isEqualTo(38.2);
        assertThat(event.getJsonObject("alert").getString("link"))
                .isEqualTo("https://fever.example/alerts/" + fever.alertId());
        Listed listed = listed(Fate.DELIVERED).get(0);
        assertThat(webhook.id()).isEqualTo("" + listed.messageId());
        assertThat(event.getString("id")).isEqualTo(listed.notification().id().toString());
    }

    @Test
    void what_was_not_taken_is_sent_again_as_it_was() {
        receiver.answering(attempt -> Answer.of(attempt < 3 ? 500 : 200));
        Channel channel = channel(ChannelKind.WEBHOOK, receiver.url(), SECRET);

        raise();

        List<Received> attempts = received(3);
        assertThat(attempts)
                .extracting(Received::id)
                .containsOnly(attempts.get(0).id());
        assertThat(attempts)
                .extracting(Received::body)
                .containsOnly(attempts.get(0).body());
        Listed delivered = listed(Fate.DELIVERED).get(0);
        assertThat(delivered.notification().channelId()).isEqualTo(channel.id());
        assertThat(delivered.attempts()).isEqualTo(3);
    }

    @Test
    void what_a_receiver_fails_at_although_it_takes_others_is_brought_forward_once() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant later = now.plusSeconds(3_600);
        Channel channel = await(channels.add(
                        new Channel(
                                UUID.randomUUID(),
                                unit,
                                ChannelKind.WEBHOOK,
                                receiver.url(),
                                SECRET,
                                Severity.LOW,
                                false,
                                1),
                        COUNTY))
                .orElseThrow();
        Message failing = message(channel, now);
        Message first = message(channel, now);
        Message second = message(channel, now);

        await(messages.failed(failing, "HTTP 500", false, later, now, now));
        await(messages.delivered(first, now, now));
        Instant afterFirst = nextAttemptAt(failing);
        await(messages.failed(failing, "HTTP 500", false, later, now, now));
        await(messages.delivered(second, now, now));

        assertThat(afterFirst).isEqualTo(now);
        assertThat(nextAttemptAt(failing)).isEqualTo(later);
    }

    private Message message(Channel channel, Instant now) {
        UUID id = UUID.randomUUID();
        String insert = "INSERT INTO message (id, channel_id, body, next_attempt_at) VALUES ($1, $2, '{}', $3)";
        await(pool.preparedQuery(insert).execute(Tuple.of(id, channel.id(), now.atOffset(ZoneOffset.UTC))));
        return new Message(id, channel, 0, "{}", now);
    }

    private Instant nextAttemptAt(Message message) {
        return await(pool.preparedQuery("SELECT next_attempt_at FROM message WHERE id = $1")
                        .execute(Tuple.of(message.id())))
                .iterator()
                .next()
                .getOffsetDateTime("next_attempt_at")
                .toInstant();
    }

    @Test
    void a_receiver_that_is_busy_is_left_alone_for_as_long_as_it_asks() {
        receiver.answering(
                attempt -> attempt == 1 ? new Answer(429, Map.of("Retry-After", "2"), "", 0) : Answer.of(200));
        channel(ChannelKind.WEBHOOK, receiver.url(), SECRET);
        raise();
        received(1);
        Instant asked = Instant.now();

        raise();

        received(2);
        assertThat(Duration.between(asked, Instant.now())).isGreaterThan(Duration.ofMillis(1_500));
    }

    @Test
    void a_channel_that_has_moved_has_what_waits_told_at_its_new_place() {
        try (var busy = new Receiver().answering(attempt -> new Answer(429, Map.of("Retry-After", "3600"), "", 0))) {
            Channel channel = channel(ChannelKind.WEBHOOK, busy.url(), SECRET);
            raise();
            listedUntil(Fate.PENDING, waiting -> waiting.stream().anyMatch(listed -> listed.attempts() == 1));

            await(channels.change(
                    channel.id(),
                    COUNTY,
                    seen -> true,
                    seen -> new Channel(
                            seen.id(),
                            seen.unitId(),
                            seen.kind(),
                            receiver.url(),
                            seen.secret(),
                            seen.least(),
                            true,
                            seen.version())));

            received(1);
            assertThat(busy.received()).hasSize(1);
        }
    }

    @Test
    void after_the_last_attempt_it_is_dead_and_can_be_replayed_under_its_id() {
        receiver.answering(attempt -> Answer.of(attempt <= 4 ? 400 : 200));
        channel(ChannelKind.WEBHOOK, receiver.url(), SECRET);
        raise();
        Listed dead = listed(Fate.DEAD).get(0);
        assertThat(dead.attempts()).isEqualTo(4);
        assertThat(dead.lastError()).isEqualTo("HTTP 400");

        assertThat(await(notifications.replay(dead.notification().id(), Instant.now())))
                .isTrue();

        listed(Fate.DELIVERED);
        assertThat(received(5)).extracting(Received::id).containsOnly("" + dead.messageId());
        assertThat(await(notifications.replay(dead.notification().id(), Instant.now())))
                .isFalse();
    }

    @Test
    void a_receiver_that_is_gone_is_not_called_again() {
        receiver.answering(attempt -> Answer.of(410));
        Channel channel = channel(ChannelKind.WEBHOOK, receiver.url(), SECRET);

        raise();

        assertThat(listed(Fate.DEAD)).extracting(Listed::lastError).containsExactly("HTTP 410");
        assertThat(await(channels.find(channel.id(), COUNTY)).orElseThrow().enabled())
                .isFalse();
    }

    @Test
    void one_that_hangs_holds_up_nobody_else() {
        try (var hanging = new Receiver().answering(attempt -> new Answer(200, Map.of(), "", 60_000))) {
            IntStream.range(0, 5).forEach(n -> channel(ChannelKind.WEBHOOK, hanging.url(), SECRET));
            channel(ChannelKind.WEBHOOK, receiver.url(), SECRET);
            Instant before = Instant.now();

            raise();
            received(1);
            raise();
            received(2);

            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
            assertThat(listedUntil(
                            Fate.PENDING,
                            waiting -> waiting.stream().anyMatch(listed -> "timeout".equals(listed.lastError()))))
                    .isNotEmpty();
        }
    }

    @Test
    void a_redirect_is_not_followed() {
        try (var other = new Receiver()) {
            receiver.answering(attempt -> new Answer(307, Map.of("Location", other.url()), "", 0));
            channel(ChannelKind.WEBHOOK, receiver.url(), SECRET);

            raise();

            assertThat(listed(Fate.DEAD)).extracting(Listed::lastError).containsExactly("HTTP 307");
            assertThat(other.received()).isEmpty();
        }
    }

    @Test
    void an_answer_without_end_is_cut_off() {
        receiver.answering(attempt -> new Answer(200, Map.of(), "x".repeat(10_000_000), 0));
        channel(ChannelKind.WEBHOOK, receiver.url(), SECRET);

        raise();

        assertThat(listed(Fate.DELIVERED)).hasSize(1);
    }

    @Test
    void those_that_wait_go_together_and_no_two_travellers_become_one() {
        receiver.answering(attempt -> attempt == 1 ? new Answer(200, Map.of(), "", 500) : Answer.of(200));
        channel(ChannelKind.WEBHOOK, receiver.url(), SECRET);
        raise();
        received(1);

        List<UUID> fevers =
                IntStream.range(0, 12).mapToObj(n -> raise().alertId()).toList();

        List<Received> webhooks = received(3);
        assertThat(webhooks.get(1).events()).hasSize(10);
        assertThat(webhooks.get(2).events()).hasSize(2);
        assertThat(webhooks.stream()
                        .skip(1)
                        .flatMap(webhook -> webhook.events().stream())
                        .map(event ->
                                ((JsonObject) event).getJsonObject("alert").getString("id")))
                .containsExactlyElementsOf(fevers.stream().map(UUID::toString).toList());
    }

    @Test
    void a_confirmation_is_told_after_the_opening() {
        channel(ChannelKind.WEBHOOK, receiver.url(), SECRET);
        EpisodeTold fever = raise();
        received(1);

        await(alerts.store(List.of(Changes.next(fever, EpisodeState.CONFIRMED))));

        JsonObject event = received(2).get(1).events().getJsonObject(0);
        assertThat(event.getString("type")).isEqualTo("alert.raised");
        assertThat(event.getJsonObject("alert").getString("episodeState")).isEqualTo("confirmed");
    }

    @Test
    void what_is_silenced_is_kept_with_its_silence_and_not_sent() {
        channel(ChannelKind.WEBHOOK, receiver.url(), SECRET);
        Instant now = Instant.now();
        var silence = new Silence(
                UUID.randomUUID(),
                AreaScope.of(TOWN),
                checkpoint,
                now.minusSeconds(1),
                now.plusSeconds(60),
                "换摄像头 / another camera",
                "li",
                now,
                null);
        await(silences.add(silence));

        raise();

        assertThat(listed(Fate.SILENCED))
                .singleElement()
                .extracting(listed -> listed.notification().silenceId())
                .isEqualTo(silence.id());
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void a_robot_of_dingtalk_is_told_in_markdown() {
        receiver.answering(attempt -> new Answer(
                200,
                Map.of(),
                attempt == 1
                        ? "{\"errcode\":130101,\"errmsg\":\"send too fast\"}"
                        : "{\"errcode\":0,\"errmsg\":\"ok\"}",
                0));
        channel(ChannelKind.DINGTALK, receiver.url(), "SEC1");

        EpisodeTold fever = raise();

        Received told = received(2).get(1);
        assertThat(told.path()).matches("/fevers\\?key=1&timestamp=[0-9]{13}&sign=[^&]+");
        assertThat(told.json().getString("msgtype")).isEqualTo("markdown");
        assertThat(told.json().getJsonObject("markdown").getString("title"))
                .isEqualTo("发热警报 / Fever alert " + checkpoint);
        assertThat(told.json().getJsonObject("markdown").getString("text"))
                .isEqualTo("- **发热警报 / Fever alert** 中等度热 / moderate 38.2 °C · " + checkpoint
                        + " · 2026-11-24 08:00 +08:00 · 待复测 / suspected，待处置 / open · [查看 / look](https://fever.example/alerts/"
                        + fever.alertId() + ")");
    }

    @Test
    void a_robot_of_wecom_is_told_within_its_limit() {
        receiver.answering(attempt -> attempt == 1
                ? new Answer(200, Map.of(), "{\"errcode\":0}", 500)
                : new Answer(200, Map.of(), "{\"errcode\":0}", 0));
        channel(ChannelKind.WECOM, receiver.url(), null);
        raise();
        received(1);

        IntStream.range(0, 10).forEach(n -> raise());

        JsonObject told = received(2).get(1).json();
        assertThat(told.getString("msgtype")).isEqualTo("markdown");
        String content = told.getJsonObject("markdown").getString("content");
        assertThat(content.lines()).hasSize(10).allMatch(line -> line.startsWith("- **发热警报 / Fever alert**"));
        assertThat(content.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(4_096);
    }

    @Test
    void a_mail_says_it_in_words() {
        String address = "duty-" + unit + "@county.example";
        channel(ChannelKind.MAIL, address, null);

        raise();

        listed(Fate.DELIVERED);
        assertThat(mailbox.getMailsSentTo(address)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("发热警报 / Fever alert " + checkpoint);
            assertThat(mail.getText()).contains("38.2 °C", checkpoint, "2026-11-24 08:00 +08:00");
            assertThat(mail.getHeaders()).containsKey("Message-ID");
        });
    }

    @Test
    void a_mail_says_that_synthetic_fevers_do_not_arrive_and_one_that_they_do_again() {
        String address = "duty-" + unit + "@county.example";
        channel(ChannelKind.MAIL, address, null);
        await(pool.query("UPDATE probe_watch SET looked_at = 'infinity', quiet_until = '-infinity'")
                .execute());

        await(alerts.store(List.of(Changes.synthetic(Changes.opening(checkpoint, TOWN, Changes.EIGHT)))));
        await(probes.miss(Instant.now().plus(Duration.ofHours(1))));
        Awaitility.await().atMost(SOON).until(() -> mails(address).size() == 1);
        await(alerts.store(List.of(Changes.synthetic(Changes.opening(checkpoint, TOWN, Changes.EIGHT)))));
        Awaitility.await().atMost(SOON).until(() -> mails(address).size() == 2);

        assertThat(mails(address))
                .extracting(Mail::getSubject)
                .containsExactly(
                        "合成发热未到 / Synthetic fevers do not arrive " + checkpoint,
                        "合成发热恢复 / Synthetic fevers arrive again " + checkpoint);
        assertThat(mails(address).get(0).getText()).contains(checkpoint, "until they are back");
    }

    private List<Mail> mails(String address) {
        courier.wake();
        return mailbox.getMailsSentTo(address);
    }

    @Test
    void two_instances_find_the_same_news_once() {
        channel(ChannelKind.WEBHOOK, receiver.url(), SECRET);
        Set<UUID> fevers =
                IntStream.range(0, 20).mapToObj(n -> raise().alertId()).collect(Collectors.toSet());

        IntStream.range(0, 20).forEach(n -> await(news.fill(Instant.now(), 3)));

        assertThat(listedUntil(Fate.DELIVERED, listed -> listed.size() == fevers.size()))
                .extracting(listed -> listed.notification().alertId())
                .containsExactlyInAnyOrderElementsOf(fevers);
    }

    private Channel channel(ChannelKind kind, String target, @Nullable String secret) {
        return await(channels.add(
                        new Channel(UUID.randomUUID(), unit, kind, target, secret, Severity.LOW, true, 1), COUNTY))
                .orElseThrow();
    }

    private EpisodeTold raise() {
        EpisodeTold fever = Changes.opening(checkpoint, TOWN, Changes.EIGHT);
        await(alerts.store(List.of(fever)));
        return fever;
    }

    private List<Received> received(int count) {
        Awaitility.await().atMost(SOON).until(() -> {
            courier.wake();
            return receiver.received().size() >= count;
        });
        return receiver.received();
    }

    private List<Listed> listed(Fate fate) {
        return listedUntil(fate, listed -> !listed.isEmpty());
    }

    private List<Listed> listedUntil(Fate fate, Predicate<List<Listed>> enough) {
        return Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> {
                            courier.wake();
                            return await(notifications.page(COUNTY, fate, null, null, 100)).stream()
                                    .filter(listed -> listed.unitId().equals(unit))
                                    .toList();
                        },
                        enough);
    }

    private static Map<String, List<String>> lowerCase(Received webhook) {
        return webhook.headers().entrySet().stream()
                .collect(Collectors.toMap(header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(SOON);
    }
}
