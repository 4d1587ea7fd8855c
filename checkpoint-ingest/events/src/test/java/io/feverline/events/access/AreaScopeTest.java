package io.feverline.events.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AreaScopeTest {
    @Test
    void aCountySeesItsTownsAndNoOtherCounty() {
        var scope = AreaScope.of("360322");

        assertThat(scope.includes("360322")).isTrue();
        assertThat(scope.includes("360322101201")).isTrue();
        assertThat(scope.includes("360321")).isFalse();
        assertThat(scope.includes("360300")).isFalse();
    }

    @Test
    void theFullCodeOfAProvinceOrCityMeansAllOfIt() {
        assertThat(AreaScope.of("360000").includes("361102")).isTrue();
        assertThat(AreaScope.of("360300").includes("360322")).isTrue();
        assertThat(AreaScope.of("360300").includes("360403")).isFalse();
        assertThat(AreaScope.of("360322100").includes("360322101")).isFalse();
    }

    @Test
    void withoutAnAreaNothingIsVisible() {
        for (String none : new String[] {null, "", " ", "%", "3", "36_", "nothing"}) {
            assertThat(AreaScope.of(none)).isEqualTo(AreaScope.NOTHING);
        }
        assertThat(AreaScope.NOTHING.includes("360322")).isFalse();
    }
}
