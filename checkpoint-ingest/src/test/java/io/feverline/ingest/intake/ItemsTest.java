package io.feverline.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import java.nio.charset.Charset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemsTest {
    private static final int MOST = 4;
    private static final int LONGEST = 100;

    @Test
    void an_array_is_cut_where_its_items_begin_and_end() throws Rejected {
        assertThat(texts(ofArray(" [ {\"a\":[1,{}]} , \"鄂A\", 1.5e3 ,null]")))
                .containsExactly("{\"a\":[1,{}]}", "\"鄂A\"", "1.5e3", "null");
    }

    @Test
    void an_empty_array_has_no_items() throws Rejected {
        assertThat(ofArray("[]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[{}", "[{}]x", "[{},]", "[{]}"})
    void what_is_no_array_is_turned_away_whole(String body) {
        assertThatExceptionOfType(Rejected.class).isThrownBy(() -> ofArray(body));
    }

    @Test
    void an_array_with_an_item_too_many_is_turned_away_whole() throws Rejected {
        assertThat(ofArray("[1,2,3,4]")).hasSize(MOST);
        assertRejected(Reason.TOO_MANY_ITEMS, "[1,2,3,4,5]".getBytes(UTF_8));
    }

    @Test
    void an_item_that_is_too_long_is_turned_away_and_its_neighbours_are_not() throws Rejected {
        var items = ofArray("[1,\"" + "x".repeat(LONGEST - 2) + "\",\"" + "x".repeat(LONGEST - 1) + "\"]");
        assertThat(items.get(1).length).isEqualTo(LONGEST);
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(items.get(2)::requireText)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void an_item_may_hold_what_another_rule_turns_away_without_harming_its_neighbours() throws Rejected {
        String longNumber = "1".repeat(1_100);
        String longName = "{\"" + "n".repeat(50_001) + "\":1}";
        assertThat(Items.ofArray(("[" + longNumber + "," + longName + ",2]").getBytes(UTF_8), MOST, 100_000))
                .hasSize(3);
    }

    @Test
    void an_array_nested_without_end_is_turned_away_whole() {
        assertRejected(Reason.JSON_LIMIT, "[".repeat(100_000).getBytes(UTF_8));
    }

    @Test
    void an_array_in_another_encoding_is_turned_away_whole() {
        assertRejected(Reason.NOT_UTF_8, "[{}]".getBytes(UTF_16LE));
        assertRejected(Reason.NOT_UTF_8, "[{}]".getBytes(Charset.forName("UTF-32BE")));
        assertRejected(Reason.NOT_UTF_8, "[\"张三\"]".getBytes(Charset.forName("GB18030")));
    }

    @Property
    void strings_of_any_content_are_cut_whole(@ForAll List<Integer> numbers) throws Rejected {
        assertThat(texts(Items.ofArray(numbers.toString().getBytes(UTF_8), Integer.MAX_VALUE, LONGEST)))
                .isEqualTo(numbers.stream().map(String::valueOf).toList());
    }

    private static void assertRejected(Reason reason, byte[] body) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> Items.ofArray(body, MOST, LONGEST))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static List<Items.Slice> ofArray(String body) throws Rejected {
        return Items.ofArray(body.getBytes(UTF_8), MOST, LONGEST);
    }

    private static List<String> texts(List<Items.Slice> items) {
        return items.stream()
                .map(i -> new String(i.body, i.offset, i.length, UTF_8))
                .toList();
    }
}
