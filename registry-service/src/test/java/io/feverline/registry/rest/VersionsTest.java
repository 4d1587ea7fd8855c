package io.feverline.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {
    @Test
    void a_version_is_a_strong_tag() {
        assertThat(Versions.tag(17)).isEqualTo("\"17\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"3\"",
                " \"3\" ",
                "\"2\", \"3\"",
                "\"2\",,\"3\"",
                "W/\"9\", \"3\"",
                "\"a,b\", \"3\"",
                "*",
                " * "
            })
    void a_version_that_is_named_is_as_it_was_seen(String ifMatch) {
        assertThat(Versions.needed(ifMatch).test(3)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"4\"", "3", "W/\"3\"", "\"33\"", "\"3", "\"seen long ago\"", "\"3\"x", "\"*\"", "\"1\" \"3\""})
    void what_names_another_or_none_is_not(String ifMatch) {
        assertThat(Versions.needed(ifMatch).test(3)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void who_overwrites_says_what_was_seen(@Nullable String ifMatch) {
        assertThatThrownBy(() -> Versions.needed(ifMatch))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(Reason.IF_MATCH_NEEDED));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "*", "\"3\""})
    void who_takes_nothing_away_need_not_say(@Nullable String ifMatch) {
        assertThat(Versions.ifNamed(ifMatch).test(3)).isTrue();
    }

    @Test
    void what_is_said_counts_also_when_it_need_not_be() {
        assertThat(Versions.ifNamed("\"4\"").test(3)).isFalse();
    }
}
