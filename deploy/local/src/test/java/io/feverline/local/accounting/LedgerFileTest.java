package io.feverline.local.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFileTest {
    private static final String FIRST = "00000000-0000-0000-0000-000000000001";
    private static final String SECOND = "00000000-0000-0000-0000-000000000002";

    @TempDir
    Path folder;

    @Test
    void per_reading_the_last_line_counts() throws Exception {
        Path file = Files.writeString(folder.resolve("ledger.csv"), """
                id,sentAt,outcome,deviceId,judged,mode,site,person,identified,recheck,detail
                %1$s,2026-11-24T00:00:00Z,unknown,d,37300,body,forehead,p,traveller,false,
                %2$s,2026-11-24T00:00:00Z,ok,d,37301,body,forehead,p,none,false,
                %1$s,2026-11-24T00:00:00Z,ok,d,37300,body,forehead,p,traveller,false,
                """.formatted(FIRST, SECOND));

        var lines = LedgerFile.read(file);

        assertThat(lines.get(UUID.fromString(FIRST))).satisfies(line -> {
            assertThat(line.ok()).isTrue();
            assertThat(line.feverish()).isFalse();
        });
        assertThat(lines.get(UUID.fromString(SECOND))).satisfies(line -> {
            assertThat(line.ok()).isTrue();
            assertThat(line.feverish()).isTrue();
        });
    }

    @Test
    void no_file_is_no_reading() {
        assertThat(LedgerFile.read(folder.resolve("none"))).isEmpty();
    }
}
