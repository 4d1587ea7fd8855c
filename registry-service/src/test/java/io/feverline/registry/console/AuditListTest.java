package io.feverline.registry.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.Page;
import io.feverline.registry.rest.SeqCursor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditListTest {
    @Test
    void the_next_page_asks_for_the_same() {
        var filter = new AuditList.Filter("a&b=c", "identity.open", null, "2020-01-26", null, null);
        var page = new AuditList(filter, new Page<>(List.of(), 7L), Map.of());

        assertThat(page.next())
                .isEqualTo(
                        "/console/audit?actor=a%26b%3Dc&act=identity.open&from=2020-01-26&cursor=" + SeqCursor.text(7));
    }

    @Test
    void the_last_page_has_none_after_it() {
        var filter = new AuditList.Filter(null, null, null, null, null, null);

        assertThat(new AuditList(filter, new Page<>(List.of(), null), Map.of()).next())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"36,360000", "3603,360300", "360322,360322", "360322101,360322101", "'',''"})
    void the_code_of_an_area_is_whole(String prefix, String code) {
        assertThat(AuditList.code(prefix)).isEqualTo(code);
    }
}
