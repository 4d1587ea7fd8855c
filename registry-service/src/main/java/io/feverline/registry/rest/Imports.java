package io.feverline.registry.rest;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.config.ImportConfig;
import io.feverline.registry.events.csv.Cells;
import io.feverline.registry.events.csv.CsvTable;
import io.feverline.registry.events.csv.Sheet;
import io.feverline.registry.events.csv.UnreadableCsv;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads documents of CSV, whose rows are held to the same rules as bodies of JSON. */
@ApplicationScoped
public class Imports {
    static final String DESCRIPTION =
            "UTF-8，最多 50000 行、10 MiB；全部写入或全不写入；dryRun 只报告 / UTF-8, at most 50,000 rows and 10 MiB. All rows are"
                    + " written or none: 422 names every bad one. With dryRun nothing is written. A row with a version"
                    + " that is not today's has been changed since it was exported, and is bad; without a version it"
                    + " overwrites.";

    private final Validator validator;
    private final ImportConfig config;

    Imports(Validator validator, ImportConfig config) {
        this.validator = validator;
        this.config = config;
    }

    /**
     * How the rows of a kind are read.
     *
     * @param columns of which each is needed
     * @param body what the single thing's body would be
     * @param meaning of a body that is valid
     */
    record Form<B, R>(List<String> columns, Function<Cells, B> body, Function<B, R> meaning) {}

    /** @throws Rejection if it is no CSV with a header, or has too many rows */
    CsvTable table(String csv) {
        return read(() -> CsvTable.read(csv, config.rows()));
    }

    /** @throws Rejection if its columns are others */
    <B, R> Sheet<R> sheet(CsvTable table, Form<B, R> form) {
        return Sheet.of(read(() -> table.with(form.columns(), Cells.VERSION)), cells -> value(cells, form));
    }

    private static CsvTable read(Supplier<CsvTable> table) {
        try {
            return table.get();
        } catch (UnreadableCsv e) {
            throw new Rejection(e.isTooLong() ? Reason.TOO_MANY_ROWS : Reason.UNREADABLE_CSV, e.why());
        }
    }

    private <B, R> @Nullable R value(Cells cells, Form<B, R> form) {
        B body = form.body().apply(cells);
        validator.validate(body).stream()
                .sorted(Comparator.comparing(Imports::column).thenComparing(ConstraintViolation::getMessage))
                .filter(violation -> !cells.isFaulty(column(violation)))
                .forEach(violation -> {
                    String column = column(violation);
                    cells.fault(form.columns().contains(column) ? column : null, violation.getMessage());
                });
        return cells.isSound() ? form.meaning().apply(body) : null;
    }

    /** The column of a member: area_code of areaCode. */
    private static String column(ConstraintViolation<?> violation) {
        return violation
                .getPropertyPath()
                .toString()
                .replaceAll("([A-Z])", "_$1")
                .toLowerCase(Locale.ROOT);
    }
}
