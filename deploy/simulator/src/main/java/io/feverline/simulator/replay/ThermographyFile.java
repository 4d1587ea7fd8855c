package io.feverline.simulator.replay;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of the FDA's study of facial infrared and oral temperatures (Wang et al. 2023, PhysioNet
 * face-oral-temp-data 1.0.0, doi 10.13026/3bhc-9065, CC0).
 *
 * <p>Three header rows, then one person per row: four rounds of 28 columns each, then the parameters. The third header
 * row names the columns, and they are found by these names.
 *
 * @param subjects whoever has a usable reading, in the file's order
 * @param unusableCells temperature cells that were blank, no number, or no human's (outside 30 to 45 °C)
 * @param unusablePeople rows without a usable reading
 */
public record ThermographyFile(List<Subject> subjects, int unusableCells, int unusablePeople) {

    private static final int HEADER_ROWS = 3;
    private static final int ROUNDS = 4;

    /** Copies the list. */
    public ThermographyFile {
        subjects = List.copyOf(subjects);
    }

    /**
     * Reads a file of the study.
     *
     * @throws IOException when it cannot be read or its third row lacks the expected columns
     */
    public static ThermographyFile read(Path file) throws IOException {
        CsvMapper mapper =
                CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
        try (MappingIterator<String[]> rows = mapper.readerFor(String[].class).readValues(file.toFile())) {
            List<String[]> all = rows.readAll();
            if (all.size() < HEADER_ROWS) {
                throw new IOException(file + " has no three header rows: not a file of the thermography study");
            }
            return new Reader(new Columns(file, all.get(HEADER_ROWS - 1))).read(all.subList(HEADER_ROWS, all.size()));
        }
    }

    /** Where the columns lie. */
    private record Columns(List<Integer> foreheads, int oral, int ambient) {

        Columns(Path file, String[] header) throws IOException {
            this(foreheads(file, header), find(file, header, "aveOralM"), find(file, header, "T_atm"));
        }

        private static List<Integer> foreheads(Path file, String[] header) throws IOException {
            List<Integer> found = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                found.add(find(file, header, "T_FHC_Max" + round));
            }
            return found;
        }

        private static int find(Path file, String[] header, String name) throws IOException {
            for (int i = 0; i < header.length; i++) {
                if (header[i].strip().equals(name)) {
                    return i;
                }
            }
            throw new IOException(file + " has no column " + name + " in its third row");
        }
    }

    private static final class Reader {

        private final Columns columns;
        private int unusableCells;
        private int unusablePeople;

        Reader(Columns columns) {
            this.columns = columns;
        }

        ThermographyFile read(List<String[]> rows) {
            List<Subject> subjects = new ArrayList<>();
            for (String[] row : rows) {
                Subject subject = subject(row);
                if (subject.id().isEmpty() || subject.readings() == 0) {
                    unusablePeople++;
                } else {
                    subjects.add(subject);
                }
            }
            return new ThermographyFile(subjects, unusableCells, unusablePeople);
        }

        private Subject subject(String[] row) {
            List<Integer> foreheads = new ArrayList<>();
            for (int column : columns.foreheads()) {
                Integer value = milli(row, column, 30, 45);
                if (value != null) {
                    foreheads.add(value);
                }
            }
            Integer oral = milli(row, columns.oral(), 30, 45);
            Integer ambient = milli(row, columns.ambient(), -40, 60);
            return new Subject(row.length == 0 ? "" : row[0].strip(), foreheads, oral, ambient);
        }

        private @Nullable Integer milli(String[] row, int column, int least, int most) {
            try {
                BigDecimal celsius = new BigDecimal(row[column].strip());
                if (celsius.intValue() >= least && celsius.intValue() < most) {
                    return celsius.movePointRight(3).intValue();
                }
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                // Blank, a remark, or a row cut short: counted below like any other unusable cell.
            }
            unusableCells++;
            return null;
        }
    }
}
