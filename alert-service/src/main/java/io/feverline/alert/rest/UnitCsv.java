package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.Level;
import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.postgres.ListedUnit;
import io.feverline.alert.roster.Unit;
import io.feverline.events.access.AreaScope;
import io.feverline.registry.events.csv.Cells;
import io.feverline.registry.events.csv.CsvTable;
import io.feverline.registry.events.csv.CsvWriter;
import io.feverline.registry.events.csv.Sheet;
import io.feverline.registry.events.csv.UnreadableCsv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Units as CSV. */
final class UnitCsv {
    private static final List<String> COLUMNS = List.of("area_code", "name", "level", "checkpoint_id");
    private static final int MOST_ROWS = 10_000;

    private UnitCsv() {}

    /**
     * What a document says.
     *
     * @throws UnreadableCsv if it is none of units, or has too many rows
     */
    static Sheet<ListedUnit> read(String csv) {
        return Sheet.of(CsvTable.read(csv, MOST_ROWS).with(COLUMNS, Cells.VERSION), UnitCsv::unit);
    }

    private static @Nullable ListedUnit unit(Cells row) {
        String area = row.needed("area_code");
        if (!row.isFaulty("area_code") && AreaScope.of(area).equals(AreaScope.NOTHING)) {
            row.fault("area_code", NewUnitJson.AREA_COMPLAINT);
        }
        String name = member(row, "name", () -> Members.text("name", row.text("name"), NewUnitJson.LONGEST));
        Level level = member(row, "level", () -> Members.word("level", Level.class, row.text("level")));
        String checkpoint = member(
                row,
                "checkpoint_id",
                () -> Members.optionalText("checkpoint_id", row.text("checkpoint_id"), NewUnitJson.LONGEST));
        return name == null || level == null ? null : ListedUnit.of(new Unit.Draft(name, level, area, checkpoint));
    }

    private static <V> @Nullable V member(Cells row, String column, Supplier<@Nullable V> meaning) {
        try {
            return meaning.get();
        } catch (ProblemException e) {
            row.fault(column, e.problem().detail());
            return null;
        }
    }

    /** Units as a document that an import takes back. */
    static byte[] write(List<Unit> units) {
        var out = new ByteArrayOutputStream();
        try {
            var document = new CsvWriter(out, COLUMNS);
            for (Unit unit : units) {
                document.add(
                        Arrays.asList(unit.areaCode(), unit.name(), Words.of(unit.level()), unit.checkpointId()),
                        unit.version());
            }
            document.end();
        } catch (IOException e) {
            throw new UncheckedIOException("memory failed", e);
        }
        return out.toByteArray();
    }
}
