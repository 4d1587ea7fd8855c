package io.feverline.registry.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.look.Language;
import io.feverline.registry.events.csv.CsvTable;
import io.feverline.registry.events.csv.Fault;
import io.feverline.registry.events.csv.Report;
import io.feverline.registry.rest.ReferenceKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportPreviewTest {
    private static final CsvTable TABLE = CsvTable.read("id,name,kind\ng-1,北,bus\ng-2\n", 10);

    @Test
    void a_row_has_a_cell_for_each_column() {
        assertThat(preview(new Report(2, 2, 0, 0, 0, List.of())).rows().get(1).cells())
                .containsExactly("g-2", "", "");
    }

    @Test
    void a_bad_row_is_known_by_its_line() {
        assertThat(preview(new Report(2, 1, 0, 0, 1, List.of(new Fault(3, "name", "缺少 / is missing"))))
                        .rows())
                .extracting(ImportPreview.Row::isBad)
                .containsExactly(false, true);
    }

    @Test
    void a_fault_is_told_in_the_readers_language() {
        assertThat(preview(new Report(2, 1, 0, 0, 1, List.of(new Fault(3, "name", "缺少 / is missing"))))
                        .faults())
                .extracting(Fault::reason)
                .containsExactly("is missing");
    }

    @Test
    void one_bad_row_keeps_all_from_being_imported() {
        assertThat(preview(new Report(2, 1, 0, 0, 1, List.of())).isReady()).isFalse();
    }

    @Test
    void what_changes_nothing_is_not_imported() {
        assertThat(preview(new Report(2, 0, 0, 2, 0, List.of())).isReady()).isFalse();
    }

    @Test
    void new_and_changed_rows_are_imported() {
        assertThat(preview(new Report(3, 1, 1, 1, 0, List.of())).writes()).isEqualTo(2);
    }

    @Test
    void no_more_faults_are_shown_than_somebody_corrects_at_a_time() {
        List<Fault> many = IntStream.range(2, 200)
                .mapToObj(line -> new Fault(line, null, "坏 / bad"))
                .toList();

        assertThat(preview(new Report(198, 0, 0, 0, 198, many)).faults()).hasSize(100);
    }

    private static ImportPreview preview(Report report) {
        return new ImportPreview(ReferenceKind.CHECKPOINTS, TABLE, report, "", Language.ENGLISH);
    }
}
