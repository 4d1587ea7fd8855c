package io.feverline.simulator.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads what the door says when it does not simply agree. */
final class Problems {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private Problems() {}

    /**
     * Whether the same request may succeed later. 401, 403 and 404 are among these: a door that has just started, or a
     * device that has just been registered, is a matter of seconds, and a reading thrown away does not come back.
     */
    static boolean mayPass(int status) {
        return status == 401
                || status == 403
                || status == 404
                || status == 408
                || status == 429
                || status >= 500
                || status < 400;
    }

    /** Seconds of a Retry-After header, at most 30; zero when it is absent or a date. */
    static Duration retryAfter(String header) {
        if (!header.matches("\\d{1,6}")) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(Long.parseLong(header));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** The verdicts of a batch; an answer that does not add up is none, and the batch is sent again. */
    static Reply verdicts(byte[] body, int count) {
        try {
            JsonNode answer = JSON.readTree(body);
            Map<Integer, String> rejected = new HashMap<>();
            Set<Integer> later = new HashSet<>();
            for (JsonNode item : answer.path("problems")) {
                JsonNode problem = item.path("problem");
                int status = problem.path("status").asInt(400);
                if (mayPass(status)) {
                    later.add(item.path("index").asInt(-1));
                } else {
                    rejected.put(item.path("index").asInt(-1), slug(problem, status));
                }
            }
            boolean addsUp = answer.path("accepted").asInt(-1) + rejected.size() + later.size() == count
                    && rejected.keySet().stream().allMatch(i -> i >= 0 && i < count)
                    && later.stream().allMatch(i -> i >= 0 && i < count);
            return addsUp ? new Reply.Verdicts(rejected, later) : new Reply.NoVerdict(Duration.ZERO);
        } catch (IOException e) {
            return new Reply.NoVerdict(Duration.ZERO);
        }
    }

    /** The last part of a problem's type, or the status. */
    static String slug(byte[] body, int status) {
        try {
            return slug(JSON.readTree(body), status);
        } catch (IOException e) {
            return Integer.toString(status);
        }
    }

    private static String slug(JsonNode problem, int status) {
        String type = problem.path("type").asText("");
        return type.startsWith("urn:feverline:problem:")
                ? type.substring("urn:feverline:problem:".length())
                : Integer.toString(status);
    }
}
