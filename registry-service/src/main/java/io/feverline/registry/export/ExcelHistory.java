package io.feverline.registry.export;

import io.feverline.registry.passage.PastPassage;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of one sheet (ECMA-376), written row by row. Texts stand in their cells, so none is a formula and none is
 * kept; times and temperatures are numbers, so they can be sorted and counted with.
 */
final class ExcelHistory implements HistoryWriter {
    private static final String TIME = "yyyy-mm-dd hh:mm:ss";
    private static final String DEGREES = "0.0##";

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    ExcelHistory(OutputStream out) {
        workbook = new Workbook(out, "Feverline", "1.0");
        sheet = workbook.newWorksheet("行踪 Passages");
        sheet.freezePane(0, 1);
        for (int i = 0; i < Column.ALL.size(); i++) {
            Column column = Column.ALL.get(i);
            sheet.width(i, column.width());
            sheet.inlineString(row, i, column.header());
            sheet.style(row, i).bold().wrapText(true).set();
        }
        row++;
    }

    @Override
    public void add(List<PastPassage> passages) throws IOException {
        for (PastPassage passage : passages) {
            for (int i = 0; i < Column.ALL.size(); i++) {
                cell(i, Column.ALL.get(i).value().apply(passage));
            }
            row++;
        }
        sheet.flush();
    }

    private void cell(int column, @Nullable Object value) {
        if (value instanceof OffsetDateTime time) {
            sheet.value(row, column, time.toLocalDateTime());
            sheet.style(row, column).format(TIME).set();
        } else if (value instanceof BigDecimal degrees) {
            sheet.value(row, column, degrees);
            sheet.style(row, column).format(DEGREES).set();
        } else if (value != null) {
            sheet.inlineString(row, column, value.toString());
        }
    }

    @Override
    public void finish() throws IOException {
        workbook.finish();
    }
}
