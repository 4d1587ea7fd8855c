package io.feverline.registry.export;

import io.feverline.registry.judgement.Verdict;
import io.feverline.registry.passage.Measurement;
import io.feverline.registry.passage.PastPassage;
import io.feverline.registry.passage.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A passage for tests, with one word per thing that matters. */
final class Sample {
    static final UUID TRAVELLER = UUID.fromString("11111111-1111-4111-8111-111111111111");
    static final UUID VEHICLE = UUID.fromString("22222222-2222-4222-8222-222222222222");
    static final UUID READING = UUID.fromString("33333333-3333-4333-8333-333333333333");

    /** The morning of the county's meeting. */
    static final Instant NINE = Instant.parse("2020-01-26T01:00:00Z");

    private Instant measuredAt = NINE;
    private @Nullable String checkpointName = "上栗北收费站";
    private int temperature = 36_600;
    private String mode = "BODY";
    private String site = "FOREHEAD";
    private @Nullable Integer ambient;
    private boolean clockAhead;
    private @Nullable Verdict verdict;
    private List<String> deviceFindings = List.of();
    private @Nullable UUID recheckOf;
    private @Nullable UUID traveller = TRAVELLER;

    private Sample() {}

    static Sample passage() {
        return new Sample();
    }

    Sample at(Instant time) {
        measuredAt = time;
        return this;
    }

    Sample checkpoint(@Nullable String name) {
        checkpointName = name;
        return this;
    }

    Sample showing(int thousandths, String by, String where) {
        temperature = thousandths;
        mode = by;
        site = where;
        return this;
    }

    Sample in(int ambientThousandths) {
        ambient = ambientThousandths;
        return this;
    }

    Sample judged(String kind, int thousandths) {
        verdict = new Verdict(kind, thousandths, 37_300, "default-2");
        return this;
    }

    Sample byDoubtfulDevice(String... findings) {
        deviceFindings = List.of(findings);
        clockAhead = true;
        return this;
    }

    Sample rechecking(UUID reading) {
        recheckOf = reading;
        return this;
    }

    Sample anonymous() {
        traveller = null;
        return this;
    }

    PastPassage past() {
        return new PastPassage(
                READING,
                measuredAt,
                measuredAt.plusMillis(40),
                new Place("device-1", "shangli-exit-north", "360322101", 7L, "boot-1"),
                checkpointName,
                new Measurement("LIVE", clockAhead, temperature, mode, site, 500, ambient),
                verdict,
                deviceFindings,
                recheckOf,
                traveller,
                VEHICLE,
                new PastPassage.Trip("420100", null, "K12", "12A"));
    }

    /** What a format makes of passages. */
    static byte[] written(ExportFormat format, Sample... passages) {
        var out = new ByteArrayOutputStream();
        try {
            HistoryWriter writer = format.writer(out, NINE);
            for (Sample each : passages) {
                writer.add(List.of(each.past()));
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
