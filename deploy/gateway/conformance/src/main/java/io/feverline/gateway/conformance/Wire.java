package io.feverline.gateway.conformance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The JSON that goes through the door. */
final class Wire {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Wire() {}

    /**
     * The readings of a body, each with its own bytes.
     *
     * @throws IOException when it is no JSON, or not in UTF-8
     */
    static List<Item> items(byte[] body, boolean batch, String mediaType) throws IOException {
        String text = text(body);
        if (!batch) {
            return List.of(item(text.strip()));
        }
        List<Item> items = new ArrayList<>();
        if (mediaType.contains("ndjson")) {
            for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
                items.add(item(line.strip()));
            }
            return items;
        }
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("a batch is a JSON array or NDJSON");
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                int from = (int) json.currentTokenLocation().getCharOffset();
                json.skipChildren();
                items.add(item(text.substring(from, (int) json.currentLocation().getCharOffset())));
            }
        }
        return items;
    }

    private static String text(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    private static Item item(String text) throws IOException {
        JsonNode json = JSON.readTree(text);
        // A CloudEvent's data is the reading.
        return new Item(text, json.has("specversion") ? json.path("data") : json);
    }

    /** What the door says in so many words. */
    static byte[] body(Request request, Answer answer) throws IOException {
        return JSON.writeValueAsBytes(answer.status() == 200 ? batch(request, answer) : single(request, answer));
    }

    private static ObjectNode single(Request request, Answer answer) {
        if (answer.status() != 202) {
            return problem(answer.status(), answer.status() == 422 ? "conformance-refused" : "not-acknowledged");
        }
        ObjectNode receipt = JSON.createObjectNode();
        request.items().forEach(item -> receipt.put("id", item.id()));
        return receipt.put("lane", "live");
    }

    private static ObjectNode batch(Request request, Answer answer) {
        ObjectNode receipt = JSON.createObjectNode();
        int looked = answer.restFrom();
        List<Verdict> verdicts = answer.verdicts().subList(0, looked);
        long accepted = verdicts.stream()
                .filter(verdict -> verdict == Verdict.ACCEPTED || verdict == Verdict.TORN)
                .count();
        receipt.put("accepted", accepted);
        receipt.put("rejected", looked - accepted);
        var problems = receipt.putArray("problems");
        for (int i = 0; i < looked; i++) {
            Verdict verdict = verdicts.get(i);
            if (verdict == Verdict.REJECTED || verdict == Verdict.OPEN) {
                ObjectNode item = problems.addObject();
                item.put("index", i).put("id", request.items().get(i).id());
                item.set("problem", verdict == Verdict.REJECTED ? problem(422, "conformance-refused") : later());
            }
        }
        if (looked < answer.verdicts().size()) {
            receipt.putObject("rest").put("from", looked).set("problem", later());
        }
        return receipt;
    }

    private static ObjectNode later() {
        return problem(503, "not-acknowledged");
    }

    static ObjectNode problem(int status, String slug) {
        ObjectNode problem = JSON.createObjectNode();
        problem.put("type", "urn:feverline:problem:" + slug);
        problem.put("title", "一致性测试 / Conformance test");
        problem.put("status", status);
        if (status == 503 || status == 429) {
            problem.put("retryable", true);
        }
        return problem;
    }
}
