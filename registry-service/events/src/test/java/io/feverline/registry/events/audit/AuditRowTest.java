package io.feverline.registry.events.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditRowTest {
    private static final AuditRow ROW = row(7, "li", "360322", "identity.open", "t-1", "case 1", null);

    /** Computed apart, by the description in {@link AuditRow#hashAfter}. */
    @Test
    void its_hash_is_what_the_description_says() {
        assertThat(ROW.hashAfter(AuditRow.BEFORE_THE_FIRST))
                .isEqualTo("6ecd4e80f6f63026f155875964fa7b75cb9f54ae59c5ecbf6e98a0693eaf9d34");
    }

    static Stream<AuditRow> others() {
        return Stream.of(
                row(8, "li", "360322", "identity.open", "t-1", "case 1", null),
                row(7, "wang", "360322", "identity.open", "t-1", "case 1", null),
                row(7, "li", "360321", "identity.open", "t-1", "case 1", null),
                row(7, "li", "360322", "traveller.search", "t-1", "case 1", null),
                row(7, "li", "360322", "identity.open", "t-2", "case 1", null),
                row(7, "li", "360322", "identity.open", "t-1", "case 2", null),
                row(7, "li", "360322", "identity.open", "t-1", "case 1", ""),
                row(7, "li", "360322", "identity.open", null, "case 1", null),
                // What stands beside one another is not the same as what stands together.
                row(7, "li3", "60322", "identity.open", "t-1", "case 1", null),
                row(7, "li", "360322", "identity.opent", "-1", "case 1", null));
    }

    @ParameterizedTest
    @MethodSource("others")
    void another_row_has_another_hash(AuditRow other) {
        assertThat(other.hashAfter(AuditRow.BEFORE_THE_FIRST)).isNotEqualTo(ROW.hashAfter(AuditRow.BEFORE_THE_FIRST));
    }

    @Test
    void after_another_row_it_has_another_hash() {
        assertThat(ROW.hashAfter("1".repeat(64))).isNotEqualTo(ROW.hashAfter(AuditRow.BEFORE_THE_FIRST));
    }

    private static AuditRow row(
            long seq,
            String actor,
            String area,
            String act,
            @Nullable String subject,
            @Nullable String purpose,
            @Nullable String detail) {
        return new AuditRow(seq, Logs.EIGHT, actor, area, act, subject, purpose, detail, "");
    }
}
