package io.feverline.gateway.conformance;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that went through the door, as requests arrived.
 *
 * @param exchanges of readings
 */
record Log(List<Exchange> exchanges) {

    /** A reading in one of the requests that it was sent in. */
    record Sending(Item item, Verdict verdict, Exchange exchange) {
        long arrived() {
            return exchange.request().arrived();
        }

        long answered() {
            return exchange.answered();
        }
    }

    static Log of(Collection<Exchange> exchanges) {
        return new Log(exchanges.stream()
                .sorted(Comparator.comparingLong(exchange -> exchange.request().arrived()))
                .toList());
    }

    Stream<Sending> sendings() {
        return exchanges.stream()
                .flatMap(exchange -> IntStream.range(
                                0, exchange.request().items().size())
                        .mapToObj(i -> new Sending(
                                exchange.request().items().get(i),
                                exchange.answer().verdicts().get(i),
                                exchange)));
    }

    Map<String, List<Sending>> byId() {
        return sendings()
                .collect(
                        Collectors.groupingBy(sending -> sending.item().id(), LinkedHashMap::new, Collectors.toList()));
    }

    /** What is without a verdict: neither under its id nor, had it been changed, under another. */
    List<Sending> open() {
        Set<String> closed = new HashSet<>();
        sendings().filter(sending -> sending.verdict() != Verdict.OPEN).forEach(sending -> {
            closed.add(sending.item().id());
            closed.add(sending.item().fingerprint());
        });
        return sendings()
                .filter(sending -> !closed.contains(sending.item().id())
                        && !closed.contains(sending.item().fingerprint()))
                .toList();
    }

    /** Of each boot that counts, how many numbers between its first and its last have not come. */
    List<Long> missingNumbers() {
        Map<String, TreeSet<Long>> boots = new TreeMap<>();
        sendings()
                .map(sending -> sending.item().json())
                .filter(json -> json.path("seq").isIntegralNumber())
                .forEach(json -> boots.computeIfAbsent(json.path("bootId").asText(), boot -> new TreeSet<>())
                        .add(json.path("seq").asLong()));
        return boots.values().stream()
                .map(seen -> seen.last() - seen.first() + 1 - seen.size())
                .toList();
    }

    /** Whether nothing is known that should still come. */
    boolean isComplete() {
        return open().isEmpty() && missingNumbers().stream().allMatch(missing -> missing == 0);
    }

    /** Of each time that this step was played, in turn. */
    List<List<Exchange>> played(Step step) {
        return exchanges.stream()
                .filter(exchange -> exchange.answer().step() == step)
                .collect(Collectors.groupingBy(
                        exchange -> round(step, exchange), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .toList();
    }

    private long round(Step step, Exchange exchange) {
        Step after = step == Step.OUTAGE ? Step.RETURN : Step.OUTAGE;
        return exchanges.stream()
                .filter(other -> other.answer().step() == after
                        && other.request().arrived() > exchange.request().arrived())
                .mapToLong(other -> other.request().arrived())
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
