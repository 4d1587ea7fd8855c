package io.feverline.registry.postgres;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows turned into columns, one array per SQL parameter: a statement of a thousand rows has as many parameters as it
 * has columns.
 */
public final class Columns<R> {
    private final List<R> rows;
    private final Tuple tuple = Tuple.tuple();

    private Columns(List<R> rows) {
        this.rows = rows;
    }

    public static <R> Columns<R> of(List<R> rows) {
        return new Columns<>(rows);
    }

    public Columns<R> text(Function<R, @Nullable String> value) {
        return add(String[]::new, value);
    }

    /** The constant's name. */
    public Columns<R> name(Function<R, Enum<?>> value) {
        return text(row -> value.apply(row).name());
    }

    public Columns<R> uuid(Function<R, @Nullable UUID> value) {
        return add(UUID[]::new, value);
    }

    public Columns<R> bool(Function<R, @Nullable Boolean> value) {
        return add(Boolean[]::new, value);
    }

    public Columns<R> integer(Function<R, @Nullable Integer> value) {
        return add(Integer[]::new, value);
    }

    public Columns<R> bigint(Function<R, @Nullable Long> value) {
        return add(Long[]::new, value);
    }

    public Columns<R> decimal(Function<R, @Nullable Double> value) {
        return add(Double[]::new, value);
    }

    public Columns<R> bytes(Function<R, byte @Nullable []> value) {
        return add(Buffer[]::new, row -> {
            byte[] bytes = value.apply(row);
            return bytes == null ? null : Buffer.buffer(bytes);
        });
    }

    public Columns<R> day(Function<R, @Nullable LocalDate> value) {
        return add(LocalDate[]::new, value);
    }

    public Columns<R> time(Function<R, @Nullable Instant> value) {
        return add(OffsetDateTime[]::new, row -> {
            Instant time = value.apply(row);
            return time == null ? null : time.atOffset(ZoneOffset.UTC);
        });
    }

    public Tuple tuple() {
        return tuple;
    }

    private <V> Columns<R> add(IntFunction<@Nullable V[]> array, Function<R, ? extends @Nullable V> value) {
        @Nullable V[] column = array.apply(rows.size());
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        tuple.addValue(column);
        return this;
    }
}
