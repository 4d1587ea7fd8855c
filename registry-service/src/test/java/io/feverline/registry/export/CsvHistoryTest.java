package io.feverline.registry.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvHistoryTest {
    @Test
    void what_is_written_is_read_back() {
        var row = row(Sample.passage()
                .showing(36_950, "SURFACE", "INNER_CANTHUS")
                .in(-5_500)
                .judged("FEVER", 38_450)
                .byDoubtfulDevice("CALIBRATION", "DRIFTING")
                .rechecking(Sample.VEHICLE));

        assertThat(row)
                .containsEntry("测量时间（UTC+08:00）/ measured at", "2020-01-26T09:00:00.000+08:00")
                .containsEntry("收到时间（UTC+08:00）/ received at", "2020-01-26T09:00:00.040+08:00")
                .containsEntry("检测点 / checkpoint", "上栗北收费站")
                .containsEntry("检测点编号 / checkpoint id", "shangli-exit-north")
                .containsEntry("检测点区划 / area of the checkpoint", "360322101")
                .containsEntry("体温（°C）/ temperature", "36.95")
                .containsEntry("部位 / site", "内眦 / inner canthus")
                .containsEntry("方式 / mode", "体表，未修正 / bare skin, not adjusted")
                .containsEntry("环境温度（°C）/ ambient", "-5.5")
                .containsEntry("判定 / verdict", "发热 / fever")
                .containsEntry("判定体温（°C）/ as judged", "38.45")
                .containsEntry("阈值（°C）/ threshold", "37.3")
                .containsEntry("判定策略 / policy", "default-2")
                .containsEntry("当时设备异常 / device findings", "校准逾期 / calibration expired; 漂移 / drifting")
                .containsEntry("时钟超前 / clock ahead", "是 / yes")
                .containsEntry("班次 / trip", "K12")
                .containsEntry("出发地区划 / origin area", "420100")
                .containsEntry("目的地区划 / destination area", "")
                .containsEntry("旅客编号 / traveller id", Sample.TRAVELLER.toString())
                .containsEntry("读数编号 / reading id", Sample.READING.toString())
                .containsEntry("复测自 / rechecks", Sample.VEHICLE.toString());
    }

    @Test
    void what_is_not_known_is_empty() {
        var row = row(Sample.passage().anonymous());

        assertThat(row)
                .containsEntry("判定 / verdict", "")
                .containsEntry("判定体温（°C）/ as judged", "")
                .containsEntry("当时设备异常 / device findings", "")
                .containsEntry("环境温度（°C）/ ambient", "")
                .containsEntry("旅客编号 / traveller id", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a, b", "say \"no\"", "one\r\ntwo", " padded ", "萍乡·上栗"})
    void text_comes_back_whatever_is_in_it(String name) {
        assertThat(row(Sample.passage().checkpoint(name))).containsEntry("检测点 / checkpoint", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "－1"})
    void text_that_begins_like_a_formula_is_none(String name) {
        assertThat(row(Sample.passage().checkpoint(name))).containsEntry("检测点 / checkpoint", "'" + name);
    }

    @Test
    void is_in_utf_8_with_a_mark_and_lines_end_in_crlf() {
        String text = new String(Sample.written(ExportFormat.CSV, Sample.passage(), Sample.passage()), UTF_8);

        assertThat(text).startsWith("\uFEFF测量时间").endsWith("\r\n");
        assertThat(text.split("\r\n", -1)).hasSize(4);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n");
    }

    @Test
    void a_history_without_passages_is_the_header() {
        assertThat(new String(Sample.written(ExportFormat.CSV), UTF_8).split("\r\n", -1))
                .hasSize(2);
    }

    private static Map<String, String> row(Sample passage) {
        String text = new String(Sample.written(ExportFormat.CSV, passage), UTF_8).substring(1);
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(text)) {
            List<Map<String, String>> all = rows.readAll();
            assertThat(all).hasSize(1);
            return all.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
