package io.feverline.ingest.reading;

import org.jspecify.annotations.Nullable;

/**
 * What a gateway sent, before any rule looked at it: each member may be missing.
 *
 * @param temperature °C
 * @param ambient °C
 */
public record Submission(
        @Nullable String id,
        @Nullable String measuredAt,
        @Nullable Double temperature,
        @Nullable String mode,
        @Nullable String site,
        @Nullable Double ambient,
        @Nullable Long seq,
        @Nullable String bootId,
        @Nullable String deviceId,
        @Nullable Traveller traveller,
        @Nullable Vehicle vehicle,
        @Nullable String recheckOf,
        @Nullable Boolean synthetic) {

    /** The same, under an id that came beside it, unless it has one of its own. */
    public Submission orIdentifiedBy(String other) {
        return id != null
                ? this
                : new Submission(
                        other,
                        measuredAt,
                        temperature,
                        mode,
                        site,
                        ambient,
                        seq,
                        bootId,
                        deviceId,
                        traveller,
                        vehicle,
                        recheckOf,
                        synthetic);
    }

    /** Who was measured, as far as the checkpoint asked. */
    public record Traveller(
            @Nullable String documentType,
            @Nullable String documentNumber,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String originArea,
            @Nullable String destinationArea) {

        /** Says nothing about anybody. */
        @Override
        public String toString() {
            return "Traveller[sealed]";
        }
    }

    /** What they travelled in. */
    public record Vehicle(
            @Nullable String plate,
            @Nullable String trailerPlate,
            @Nullable String kind,
            @Nullable String trip,
            @Nullable String seat) {

        /** Says nothing about anybody. */
        @Override
        public String toString() {
            return "Vehicle[sealed]";
        }
    }
}
