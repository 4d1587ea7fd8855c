package io.feverline.gateway.conformance;

import io.feverline.gateway.conformance.Log.Sending;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Judges a gateway by what went through the door, and by nothing else. */
final class Judge {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final int BATCH_ITEMS = 1_000;
    private static final int READING_BYTES = 16 * 1024;
    private static final int ARRAY_BYTES = 4 * 1024 * 1024;
    private static final int LINES_BYTES = 16 * 1024 * 1024;
    private static final long PATIENCE_MILLIS = 5_000;
    /** Fewer pairs of waiting times may be alike by chance. */
    private static final int FEWEST_WAITS = 3;
    /** Waiting times that differ by less of themselves are alike. */
    private static final double ALIKE = 0.12;

    private final Log log;
    private final Pace pace;
    private final String key;
    private final Map<String, List<Sending>> byId;

    Judge(Log log, Pace pace, String key) {
        this.log = log;
        this.pace = pace;
        this.key = key;
        this.byId = log.byId();
    }

    List<Finding> findings() {
        return Stream.of(Requirement.values()).map(this::finding).toList();
    }

    private Finding finding(Requirement requirement) {
        return switch (requirement) {
            case KEY_IN_HEADER -> requests(requirement, this::leaksKey);
            case ID_IS_UUID ->
                items(requirement, item -> !UUID.matcher(item.id()).matches());
            case TIME_WITH_OFFSET -> items(requirement, item -> item.measuredAt() == null);
            case READABLE -> requests(requirement, Judge::breaksContract);
            case SAME_ID -> sameId();
            case SAME_BYTES -> sameBytes();
            case SENT_AGAIN -> sentAgain();
            case NOT_AFTER_ACCEPTED -> notAfter(requirement, Verdict.ACCEPTED);
            case NOT_AFTER_REJECTED -> notAfter(requirement, Verdict.REJECTED);
            case PATIENT -> patient();
            case RETRY_AFTER -> retryAfter();
            case BACKOFF -> backoff();
            case JITTER -> jitter();
            case LIVE_FIRST -> liveFirst();
            case NUMBERS -> numbers();
            case BATCH_ITEMS -> batchItems();
        };
    }

    private Finding requests(Requirement requirement, Predicate<Request> breaks) {
        List<String> against = log.exchanges().stream()
                .map(Exchange::request)
                .filter(breaks)
                .map(request -> "%d 条读数的请求 / a request of %d readings%s"
                        .formatted(
                                request.items().size(),
                                request.items().size(),
                                request.flaw() == null ? "" : ": " + request.flaw()))
                .toList();
        return Finding.of(requirement, !log.exchanges().isEmpty(), against);
    }

    private boolean leaksKey(Request request) {
        return !request.authorization().equals("Bearer " + key)
                || request.url().contains("?")
                || request.url().contains(key);
    }

    private static boolean breaksContract(Request request) {
        int most = !request.batch() ? READING_BYTES : request.lines() ? LINES_BYTES : ARRAY_BYTES;
        return request.flaw() != null
                || request.items().size() > BATCH_ITEMS
                || request.bytes() > most
                || request.items().stream()
                        .anyMatch(item -> item.text().getBytes(StandardCharsets.UTF_8).length > READING_BYTES
                                || !Contract.keeps(item.json()));
    }

    private Finding items(Requirement requirement, Predicate<Item> breaks) {
        List<String> against = log.sendings()
                .filter(sending -> breaks.test(sending.item()))
                .map(Judge::named)
                .toList();
        return Finding.of(requirement, !byId.isEmpty(), against);
    }

    private static String named(Sending sending) {
        return "读数 / reading %s（%s）"
                .formatted(
                        UUID.matcher(sending.item().id()).matches()
                                ? sending.item().id()
                                : "?",
                        sending.exchange().answer().step().words());
    }

    private Finding sameId() {
        Map<String, String> ids = new HashMap<>();
        List<String> against = log.sendings()
                .filter(sending -> {
                    String first = ids.putIfAbsent(
                            sending.item().fingerprint(), sending.item().id());
                    return first != null && !first.equals(sending.item().id());
                })
                .map(Judge::named)
                .toList();
        return Finding.of(Requirement.SAME_ID, anySentTwice() || !against.isEmpty(), against);
    }

    private boolean anySentTwice() {
        return byId.values().stream().anyMatch(sendings -> sendings.size() > 1);
    }

    private Finding sameBytes() {
        List<String> against = byId.values().stream()
                .flatMap(sendings -> sendings.stream()
                        .filter(sending -> !sending.item()
                                .text()
                                .equals(sendings.get(0).item().text())))
                .map(Judge::named)
                .toList();
        return Finding.of(Requirement.SAME_BYTES, anySentTwice(), against);
    }

    private Finding sentAgain() {
        boolean seen = log.sendings().anyMatch(sending -> sending.verdict() == Verdict.OPEN);
        return Finding.of(
                Requirement.SENT_AGAIN,
                seen,
                log.open().stream().map(Judge::named).toList());
    }

    private Finding notAfter(Requirement requirement, Verdict verdict) {
        List<String> against = new ArrayList<>();
        for (List<Sending> sendings : byId.values()) {
            sendings.stream()
                    .filter(told -> told.verdict() == verdict)
                    .findFirst()
                    .ifPresent(told -> sendings.stream()
                            .filter(sending -> sending.arrived() > told.answered() + grace())
                            .map(Judge::named)
                            .forEach(against::add));
        }
        boolean seen = log.sendings().anyMatch(sending -> sending.verdict() == verdict);
        return Finding.of(requirement, seen, against);
    }

    private long grace() {
        return pace.grace().toMillis();
    }

    private Finding patient() {
        List<String> against = new ArrayList<>();
        for (List<Sending> sendings : byId.values()) {
            for (Sending first : sendings) {
                sendings.stream()
                        .filter(again -> again.arrived() > first.arrived()
                                && again.arrived() < first.answered()
                                && again.arrived() - first.arrived() < PATIENCE_MILLIS)
                        .map(Judge::named)
                        .forEach(against::add);
            }
        }
        return Finding.of(Requirement.PATIENT, !log.played(Step.SLOW).isEmpty(), against);
    }

    private Finding retryAfter() {
        List<Exchange> asked = log.exchanges().stream()
                .filter(exchange -> exchange.answer().retryAfter() > 0)
                .toList();
        List<String> against = asked.stream()
                .flatMap(exchange -> log.exchanges().stream()
                        .filter(other -> other.request().arrived() > exchange.answered() + grace()
                                && other.request().arrived()
                                        < exchange.answered()
                                                + exchange.answer().retryAfter() * 1_000L
                                                - 50)
                        .map(other -> "%d 毫秒后又来 / came again after %d ms, asked to wait %d s"
                                .formatted(
                                        other.request().arrived() - exchange.answered(),
                                        other.request().arrived() - exchange.answered(),
                                        exchange.answer().retryAfter())))
                .toList();
        return Finding.of(Requirement.RETRY_AFTER, !asked.isEmpty(), against);
    }

    private Finding backoff() {
        List<String> against = new ArrayList<>();
        List<List<Exchange>> outages = log.played(Step.OUTAGE);
        for (List<Exchange> outage : outages) {
            long settled = outage.get(0).request().arrived() + grace();
            long attempts = outage.stream()
                    .filter(exchange -> exchange.request().arrived() > settled)
                    .count();
            long most =
                    (pace.outage().toMillis() - grace()) / pace.attemptEvery().toMillis();
            if (attempts > most) {
                against.add("%1$d 次尝试，至多 %2$d 次 / %1$d attempts, at most %2$d".formatted(attempts, most));
            }
        }
        return Finding.of(Requirement.BACKOFF, !outages.isEmpty(), against);
    }

    private Finding jitter() {
        List<List<Long>> waits =
                log.played(Step.OUTAGE).stream().map(Judge::waits).toList();
        int pairs = waits.size() < 2
                ? 0
                : Math.min(waits.get(0).size(), waits.get(1).size());
        if (pairs < FEWEST_WAITS) {
            return Finding.of(Requirement.JITTER, false, List.of());
        }
        List<Long> one = waits.get(0).subList(0, pairs);
        List<Long> other = waits.get(1).subList(0, pairs);
        boolean alike = true;
        for (int i = 0; i < pairs; i++) {
            long longer = Math.max(one.get(i), other.get(i));
            alike &= Math.abs(one.get(i) - other.get(i)) <= longer * ALIKE;
        }
        return Finding.of(
                Requirement.JITTER,
                true,
                alike ? List.of("两次中断的间隔相同 / both outages: %s, %s ms".formatted(one, other)) : List.of());
    }

    /** From each answer of an outage to the attempt after it, ms. */
    private static List<Long> waits(List<Exchange> outage) {
        List<Long> waits = new ArrayList<>();
        long answered = outage.get(0).answered();
        for (Exchange exchange : outage) {
            if (exchange.request().arrived() > answered) {
                waits.add(exchange.request().arrived() - answered);
            }
            answered = Math.max(answered, exchange.answered());
        }
        return waits;
    }

    /** Clocks may differ: what took least of all gives the difference. */
    private Finding liveFirst() {
        List<Sending> firsts = byId.values().stream()
                .map(sendings -> sendings.get(0))
                .filter(sending -> sending.item().measuredAt() != null)
                .toList();
        long least = firsts.stream().mapToLong(Judge::lateness).min().orElse(0);
        List<List<Exchange>> returns = log.played(Step.RETURN);
        List<Sending> live = firsts.stream()
                .filter(sending -> returns.stream().anyMatch(back -> measuredIn(back, sending, least)))
                .toList();
        List<String> against = live.stream()
                .filter(sending -> lateness(sending) - least > pace.liveWithin().toMillis())
                .map(sending -> "%s: %d ms".formatted(named(sending), lateness(sending) - least))
                .toList();
        return Finding.of(Requirement.LIVE_FIRST, !live.isEmpty(), against);
    }

    private static long lateness(Sending sending) {
        Long measured = sending.item().measuredAt();
        return measured == null ? 0 : sending.arrived() - measured;
    }

    /** By the door's clock. */
    private boolean measuredIn(List<Exchange> back, Sending sending, long least) {
        long measured = sending.arrived() - lateness(sending) + least;
        long began = back.get(0).request().arrived();
        return measured > began && measured < began + pace.back().toMillis();
    }

    private Finding numbers() {
        List<String> against = log.missingNumbers().stream()
                .filter(missing -> missing > 0)
                .map(missing -> "缺 %1$d 个序号 / %1$d numbers missing".formatted(missing))
                .toList();
        return Finding.of(Requirement.NUMBERS, !log.missingNumbers().isEmpty(), against);
    }

    /** Items of one batch that had different verdicts: each must have gone its own way. */
    private Finding batchItems() {
        List<Sending> mixed = log.sendings()
                .filter(sending -> sending.exchange().answer().status() == 200
                        && sending.exchange().answer().verdicts().stream()
                                        .distinct()
                                        .count()
                                > 1)
                .toList();
        List<String> against = mixed.stream()
                .filter(sending -> {
                    boolean again = byId.getOrDefault(sending.item().id(), List.of()).stream()
                            .anyMatch(other -> other.arrived() > sending.answered());
                    return again != (sending.verdict() == Verdict.OPEN);
                })
                .map(Judge::named)
                .toList();
        return Finding.of(Requirement.BATCH_ITEMS, !mixed.isEmpty(), against);
    }
}
