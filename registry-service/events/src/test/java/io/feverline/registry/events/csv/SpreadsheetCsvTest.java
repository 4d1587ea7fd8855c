package io.feverline.registry.events.csv;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SpreadsheetCsvTest {
    @Property
    void a_text_comes_back_as_it_was(@ForAll("texts") String text) {
        assertThat(SpreadsheetCsv.original(SpreadsheetCsv.harmless(text))).isEqualTo(text);
    }

    @Property
    void no_text_is_a_formula(@ForAll("texts") String text) {
        assertThat(SpreadsheetCsv.harmless(text).stripLeading()).doesNotContainPattern("^[=+\\-@＝＋－＠]");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("'=+-@＝ \t上a").ofMaxLength(6).filter(text -> !text.isBlank());
    }

    @Example
    void a_text_that_came_with_an_apostrophe_keeps_it() {
        assertThat(SpreadsheetCsv.harmless("'=1+1")).isEqualTo("''=1+1");
        assertThat(SpreadsheetCsv.harmless("'s Gate")).isEqualTo("'s Gate");
    }

    @Example
    void nothing_is_nothing() {
        assertThat(SpreadsheetCsv.harmless(" \t")).isEmpty();
        assertThat(SpreadsheetCsv.original("")).isEmpty();
    }
}
