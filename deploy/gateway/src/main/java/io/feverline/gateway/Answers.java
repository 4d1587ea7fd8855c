package io.feverline.gateway;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads what the door says. */
final class Answers {

    private static final String PROBLEM = "urn:feverline:problem:";

    private Answers() {}

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

    /**
     * The wait that a Retry-After header asks for, in seconds or until a date.
     *
     * @param now for dates
     * @param longest no wait is longer
     * @return zero when the header is absent or senseless
     */
    static Duration retryAfter(String header, Instant now, Duration longest) {
        Duration wait = asked(header.strip(), now);
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(longest) > 0 ? longest : wait;
    }

    private static Duration asked(String header, Instant now) {
        if (header.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            return Duration.between(now, ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    /** The verdicts of a batch; an answer that does not add up is none, and the batch is sent again. */
    static Reply verdicts(byte[] body, int count) {
        try {
            Map<?, ?> answer = Json.readObject(body);
            int looked = answer.containsKey("rest")
                    ? Json.integer(Json.object(answer.get("rest")).get("from"), -1)
                    : count;
            Map<Integer, String> rejected = new HashMap<>();
            Set<Integer> later = new HashSet<>();
            for (Object item : Json.array(answer.get("problems"))) {
                int index = Json.integer(Json.object(item).get("index"), -1);
                Map<?, ?> problem = Json.object(Json.object(item).get("problem"));
                int status = Json.integer(problem.get("status"), 400);
                if (mayPass(status) || isRetryable(problem)) {
                    later.add(index);
                } else {
                    rejected.put(index, slug(problem, status));
                }
            }
            boolean addsUp = looked >= 0
                    && looked <= count
                    && Json.integer(answer.get("accepted"), -1) + rejected.size() + later.size() == looked
                    && rejected.keySet().stream().allMatch(i -> i >= 0 && i < looked && !later.contains(i))
                    && later.stream().allMatch(i -> i >= 0 && i < looked);
            if (!addsUp) {
                return new Reply.NoVerdict(Duration.ZERO);
            }
            for (int i = looked; i < count; i++) {
                later.add(i);
            }
            return new Reply.Verdicts(rejected, later);
        } catch (IOException e) {
            return new Reply.NoVerdict(Duration.ZERO);
        }
    }

    /** Whether the door itself says of what it refused that it may be taken later. */
    static boolean isRetryable(byte[] body) {
        try {
            return isRetryable(Json.readObject(body));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isRetryable(Map<?, ?> problem) {
        return Boolean.TRUE.equals(problem.get("retryable"));
    }

    /** The last part of a problem's type, or the status. */
    static String slug(byte[] body, int status) {
        try {
            return slug(Json.readObject(body), status);
        } catch (IOException e) {
            return Integer.toString(status);
        }
    }

    private static String slug(Map<?, ?> problem, int status) {
        String type = Json.text(problem.get("type"));
        return type.startsWith(PROBLEM) ? type.substring(PROBLEM.length()) : Integer.toString(status);
    }
}
