package io.feverline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void who_chose_nothing_and_whose_browser_says_nothing_reads_chinese() {
        assertThat(Language.best(null, List.of(Locale.forLanguageTag("*")))).isEqualTo(Language.CHINESE);
    }

    @Test
    void the_browsers_first_language_of_ours_is_read() {
        assertThat(Language.best(null, List.of(Locale.GERMAN, Locale.UK, Locale.CHINA)))
                .isEqualTo(Language.ENGLISH);
    }

    @Test
    void what_was_chosen_goes_before_what_the_browser_says() {
        assertThat(Language.best("zh-CN", List.of(Locale.ENGLISH))).isEqualTo(Language.CHINESE);
    }

    @Test
    void a_choice_that_is_no_language_of_ours_is_none() {
        assertThat(Language.best("x<script>", List.of(Locale.ENGLISH))).isEqualTo(Language.ENGLISH);
    }

    @Test
    void any_chinese_is_chinese() {
        assertThat(Language.of("zh-Hant-TW")).contains(Language.CHINESE);
    }

    @Test
    void of_a_text_in_both_languages_a_reader_gets_theirs() {
        assertThat(Language.CHINESE.part("没有找到 / Not found")).isEqualTo("没有找到");
        assertThat(Language.ENGLISH.part("没有找到 / Not found")).isEqualTo("Not found");
    }

    @Test
    void a_text_in_one_language_is_for_both() {
        assertThat(Language.CHINESE.part("Not found")).isEqualTo("Not found");
    }
}
