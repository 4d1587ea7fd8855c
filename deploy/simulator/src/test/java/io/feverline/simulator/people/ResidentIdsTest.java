package io.feverline.simulator.people;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hutool.core.util.IdcardUtil;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ResidentIdsTest {

    private static final List<String> COUNTIES =
            Place.ALL.stream().map(Place::areaCode).toList();

    @Property(tries = 300)
    void every_number_is_valid(@ForAll long seed, @ForAll @LongRange(min = 0, max = 1_000_000_000L) long n) {
        String number = new ResidentIds(COUNTIES, seed).of(n);
        assertThat(IdcardUtil.isValidCard18(number)).isTrue();
        assertThat(COUNTIES).contains(number.substring(0, 6));
    }

    @Test
    void no_two_people_share_one() {
        ResidentIds ids = new ResidentIds(COUNTIES, 7);
        Set<String> seen = new HashSet<>();
        LongStream.range(0, 20_000).forEach(n -> assertThat(seen.add(ids.of(n))).isTrue());
    }
}
