package io.feverline.registry.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads with another library what one has written. */
class ExcelHistoryTest {
    @ParameterizedTest
    @CsvSource({"36600,36.6", "36950,36.95", "37000,37.0"})
    void temperatures_are_numbers_with_their_digits(int thousandths, String shown) {
        Cell cell = cell(Sample.passage().showing(thousandths, "BODY", "EAR"), "体温（°C）/ temperature");

        assertThat(cell.getNumericCellValue()).isEqualTo(thousandths / 1000.0);
        assertThat(new DataFormatter().formatCellValue(cell)).isEqualTo(shown);
    }

    @Test
    void times_are_the_countys() {
        Cell cell = cell(Sample.passage(), "测量时间（UTC+08:00）/ measured at");

        assertThat(cell.getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.parse("2020-01-26T09:00:00"));
        assertThat(new DataFormatter().formatCellValue(cell)).isEqualTo("2020-01-26 09:00:00");
    }

    @Test
    void texts_come_back() {
        var passage = Sample.passage().judged("FEVER", 38_000).checkpoint("<上栗> & \"北\"");

        assertThat(cell(passage, "检测点 / checkpoint").getStringCellValue()).isEqualTo("<上栗> & \"北\"");
        assertThat(cell(passage, "部位 / site").getStringCellValue()).isEqualTo("额头 / forehead");
        assertThat(cell(passage, "判定 / verdict").getStringCellValue()).isEqualTo("发热 / fever");
        assertThat(cell(passage, "读数编号 / reading id").getStringCellValue()).isEqualTo(Sample.READING.toString());
    }

    @Test
    void text_that_begins_like_a_formula_is_a_text() {
        Cell cell = cell(Sample.passage().checkpoint("=1+1"), "检测点 / checkpoint");

        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo("=1+1");
    }

    @Test
    void what_is_not_known_is_empty() {
        assertThat(cell(Sample.passage(), "判定体温（°C）/ as judged")).isNull();
    }

    @Test
    void every_passage_is_a_row_below_the_header() {
        assertThat(sheet(Sample.passage(), Sample.passage(), Sample.passage()).getPhysicalNumberOfRows())
                .isEqualTo(4);
    }

    @Test
    void a_history_without_passages_is_the_header() {
        assertThat(sheet().getPhysicalNumberOfRows()).isEqualTo(1);
        assertThat(sheet().getRow(0).getPhysicalNumberOfCells()).isEqualTo(Column.ALL.size());
    }

    private static Sheet sheet(Sample... passages) {
        var bytes = new ByteArrayInputStream(Sample.written(ExportFormat.EXCEL, passages));
        try (var workbook = new XSSFWorkbook(bytes)) {
            return workbook.getSheetAt(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cell cell(Sample passage, String header) {
        Sheet sheet = sheet(passage);
        Row names = sheet.getRow(0);
        int column = IntStream.range(0, Column.ALL.size())
                .filter(i -> names.getCell(i).getStringCellValue().equals(header))
                .findFirst()
                .orElseThrow();
        return sheet.getRow(1).getCell(column);
    }
}
