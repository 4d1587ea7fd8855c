package io.feverline.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.feverline.ingest.reading.Rejected;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemsTest {
    @Test
    void an_array_is_cut_where_its_items_begin_and_end() throws Rejected {
        assertThat(texts(Items.ofArray(" [ {\"a\":[1,{}]} , \"鄂A\", 1.5e3 ,null]".getBytes(UTF_8))))
                .containsExactly("{\"a\":[1,{}]}", "\"鄂A\"", "1.5e3", "null");
    }

    @Test
    void an_empty_array_has_no_items() throws Rejected {
        assertThat(Items.ofArray("[]".getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[{}", "[{}]x", "[{},]", "[{]}"})
    void what_is_no_array_is_turned_away_whole(String body) {
        assertThatExceptionOfType(Rejected.class).isThrownBy(() -> Items.ofArray(body.getBytes(UTF_8)));
    }

    @Test
    void lines_are_items_and_blank_ones_are_not() {
        assertThat(texts(Items.ofLines("{\"a\":1}\n\r\n  \n{\"b\":2}".getBytes(UTF_8))))
                .containsExactly("{\"a\":1}", "{\"b\":2}");
    }

    @Property
    void strings_of_any_content_are_cut_whole(@ForAll List<Integer> numbers) throws Rejected {
        assertThat(texts(Items.ofArray(numbers.toString().getBytes(UTF_8))))
                .isEqualTo(numbers.stream().map(String::valueOf).toList());
    }

    private static List<String> texts(List<Items.Slice> items) {
        return items.stream()
                .map(i -> new String(i.body, i.offset, i.length, UTF_8))
                .toList();
    }
}
