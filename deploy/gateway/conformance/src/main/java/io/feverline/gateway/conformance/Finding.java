package io.feverline.gateway.conformance;

import java.util.List;

/**
 * Whether a requirement is kept.
 *
 * @param evidence what was seen against it, or what would have had to be seen; without identity
 */
record Finding(Requirement requirement, Result result, String evidence) {

    /** How it stands. */
    enum Result {
        PASS("✔", "通过 pass"),
        FAIL("✗", "不合格 FAIL"),
        NOT_SEEN("?", "未见 not seen");

        private final String mark;
        private final String words;

        Result(String mark, String words) {
            this.mark = mark;
            this.words = words;
        }
    }

    static Finding of(Requirement requirement, boolean seen, List<String> against) {
        if (!against.isEmpty()) {
            String more = against.size() > 1 ? "（另有 %1$d 处 / and %1$d more）".formatted(against.size() - 1) : "";
            return new Finding(requirement, Result.FAIL, against.get(0) + more);
        }
        return new Finding(requirement, seen ? Result.PASS : Result.NOT_SEEN, "");
    }

    /** Whether this keeps a gateway from having passed for lack of evidence. */
    boolean isMissing() {
        return result == Result.NOT_SEEN && !requirement.optional();
    }

    /** For a person. */
    String text() {
        String line = "%s %-14s %-20s %s%n    原因 why: %s%n"
                .formatted(result.mark, result.words, requirement.id(), requirement.words(), requirement.reason());
        return evidence.isEmpty() ? line : line + "    所见 seen: %s%n".formatted(evidence);
    }
}
