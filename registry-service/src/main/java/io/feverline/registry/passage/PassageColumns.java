package io.feverline.registry.passage;

import io.feverline.registry.postgres.Columns;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Passages as the columns that {@link PassageSql#INSERT_PASSAGES} takes, in its order. */
final class PassageColumns {
    private PassageColumns() {}

    /**
     * The columns.
     *
     * @param travellers ids by token, of all who are in the rows
     * @param vehicles the same of vehicles
     */
    static Columns<Passage> of(List<Passage> rows, Map<String, UUID> travellers, Map<String, UUID> vehicles) {
        return Columns.of(rows)
                .uuid(Passage::readingId)
                .time(Passage::measuredAt)
                .time(Passage::receivedAt)
                .text(p -> p.place().deviceId())
                .text(p -> p.place().checkpointId())
                .text(p -> p.place().areaCode())
                .bigint(p -> p.place().seq())
                .text(p -> p.place().bootId())
                .text(p -> p.measurement().lane())
                .bool(p -> p.measurement().clockAhead())
                .integer(p -> p.measurement().temperature())
                .text(p -> p.measurement().mode())
                .text(p -> p.measurement().site())
                .integer(p -> p.measurement().deviceOffset())
                .integer(p -> p.measurement().ambient())
                .uuid(Passage::recheckOf)
                .uuid(p -> of(p.traveller(), traveller -> travellers.get(traveller.token())))
                .text(p -> of(p.traveller(), TravellerSighting::originArea))
                .text(p -> of(p.traveller(), TravellerSighting::destinationArea))
                .uuid(p -> of(p.vehicle(), vehicle -> vehicles.get(vehicle.token())))
                .text(p -> of(p.vehicle(), VehicleSighting::trailerToken))
                .text(p -> of(p.vehicle(), VehicleSighting::trip))
                .text(p -> of(p.vehicle(), VehicleSighting::seat));
    }

    private static <S, V> @Nullable V of(@Nullable S sighting, Function<S, @Nullable V> value) {
        return sighting == null ? null : value.apply(sighting);
    }
}
