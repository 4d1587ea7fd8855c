package io.feverline.events.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AreaScopeTest {
    @Test
    void a_county_sees_its_towns_and_no_other_county() {
        var scope = AreaScope.of("360322");

        assertThat(scope.includes("360322")).isTrue();
        assertThat(scope.includes("360322101201")).isTrue();
        assertThat(scope.includes("360321")).isFalse();
        assertThat(scope.includes("360300")).isFalse();
    }

    @Test
    void the_full_code_of_a_province_or_city_means_all_of_it() {
        assertThat(AreaScope.of("360000").includes("361102")).isTrue();
        assertThat(AreaScope.of("360300").includes("360322")).isTrue();
        assertThat(AreaScope.of("360300").includes("360403")).isFalse();
        assertThat(AreaScope.of("360322100").includes("360322101")).isFalse();
    }

    @Test
    void without_an_area_nothing_is_visible() {
        for (String none : new String[] {null, "", " ", "%", "3", "36_", "nothing"}) {
            assertThat(AreaScope.of(none)).isEqualTo(AreaScope.NOTHING);
        }
        assertThat(AreaScope.NOTHING.includes("360322")).isFalse();
    }

    @Test
    void its_code_has_six_digits_at_least() {
        assertThat(AreaScope.of("360000").code()).isEqualTo("360000");
        assertThat(AreaScope.of("360322101").code()).isEqualTo("360322101");
    }
}
