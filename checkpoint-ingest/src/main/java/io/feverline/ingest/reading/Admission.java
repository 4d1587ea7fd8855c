package io.feverline.ingest.reading;

import static io.feverline.ingest.reading.Members.required;
import static io.feverline.ingest.reading.Members.saysSomething;
import static io.feverline.ingest.reading.Members.shorter;
import static io.feverline.ingest.reading.Members.text;
import static io.feverline.ingest.reading.Members.time;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rules at the door. They turn away what cannot be a reading; they never turn away a traveller whose number looks
 * wrong.
 */
public final class Admission {
    /** m°C. Below the coldest skin met at a winter gate; INVALID_COLD is alert-service's to say. */
    static final int LOWEST = 20_000;

    /** m°C. Above the highest survived body temperature, 46.5 °C (Slovis et al., Ann Emerg Med 1982;11:269). */
    static final int HIGHEST = 47_000;

    private static final double LOWEST_AMBIENT = -60;
    private static final double HIGHEST_AMBIENT = 80;
    private static final int LONGEST_TEXT = 128;
    private static final int LONGEST_SHORT_TEXT = 64;

    private static final Words<Mode> MODES = Words.of(Mode.class);
    private static final Words<Site> SITES = Words.of(Site.class);
    private static final Words<DocumentType> DOCUMENTS = Words.of(DocumentType.class);
    private static final Words<VehicleKind> VEHICLES = Words.of(VehicleKind.class);

    private final Limits limits;
    private final Function<String, OffsetDateTime> rfc3339;

    /**
     * The rules.
     *
     * @param rfc3339 as {@code OffsetDateTime::parse}, which some libraries do in a tenth of its time
     */
    public Admission(Limits limits, Function<String, OffsetDateTime> rfc3339) {
        this.limits = limits;
        this.rfc3339 = rfc3339;
    }

    /**
     * What time may be.
     *
     * @param liveWithin a reading older than this on arrival is LATE
     * @param aheadTolerance a clock further ahead is flagged
     * @param furthestAhead a time further ahead is turned away
     * @param furthestBack a time further back is turned away: passages are not kept longer
     */
    public record Limits(Duration liveWithin, Duration aheadTolerance, Duration furthestAhead, Duration furthestBack) {}

    /**
     * The reading in a submission.
     *
     * @param now when it arrived
     * @throws Rejected with the first rule that it breaks
     */
    public Reading admit(Submission sent, Origin origin, Instant now) throws Rejected {
        UUID id = uuid("id", required("id", sent.id()));
        if (sent.deviceId() != null && !sent.deviceId().equals(origin.deviceId())) {
            throw new Rejected(
                    Reason.OTHER_DEVICE, "deviceId 不是此密钥所属的设备 / deviceId is not the device that this key belongs to");
        }
        Instant measuredAt = time("measuredAt", required("measuredAt", sent.measuredAt()), rfc3339);
        requirePlausible(measuredAt, now);
        int temperature = temperature(required("temperature", sent.temperature()));
        if (sent.seq() != null && sent.seq() < 0) {
            throw new Rejected(Reason.SEQUENCE_INVALID, "seq 不能为负 / seq counts up from 0");
        }
        boolean synthetic = Boolean.TRUE.equals(sent.synthetic());
        if (synthetic) {
            requireNobody(sent);
        }
        return new Reading(
                id,
                measuredAt,
                now,
                origin,
                Duration.between(measuredAt, now).compareTo(limits.liveWithin()) > 0 ? Lane.LATE : Lane.LIVE,
                Duration.between(now, measuredAt).compareTo(limits.aheadTolerance()) > 0,
                temperature,
                sent.mode() == null ? origin.mode() : MODES.read("mode", sent.mode()),
                sent.site() == null ? origin.site() : SITES.read("site", sent.site()),
                ambient(sent.ambient()),
                sent.seq(),
                text("bootId", sent.bootId(), LONGEST_SHORT_TEXT),
                sent.recheckOf() == null ? null : uuid("recheckOf", sent.recheckOf()),
                traveller(sent.traveller()),
                vehicle(sent.vehicle()),
                synthetic);
    }

    /** Else a device that marks by mistake hides its travellers, and numbers that are not counted are missed. */
    private static void requireNobody(Submission sent) throws Rejected {
        if (sent.traveller() != null || sent.vehicle() != null || sent.recheckOf() != null || sent.seq() != null) {
            throw new Rejected(
                    Reason.SYNTHETIC_OF_SOMEBODY,
                    "synthetic 的读数不得带 traveller、vehicle、recheckOf 或 seq"
                            + " / a synthetic reading has no traveller, vehicle, recheckOf or seq");
        }
    }

    private static @Nullable Traveller traveller(Submission.@Nullable Traveller sent) throws Rejected {
        if (sent == null) {
            return null;
        }
        return new Traveller(
                DOCUMENTS.read("traveller/documentType", required("traveller/documentType", sent.documentType())),
                number("traveller/documentNumber", sent.documentNumber()),
                text("traveller/name", sent.name(), LONGEST_TEXT),
                text("traveller/phone", sent.phone(), LONGEST_SHORT_TEXT),
                area("traveller/originArea", sent.originArea()),
                area("traveller/destinationArea", sent.destinationArea()));
    }

    private static @Nullable Vehicle vehicle(Submission.@Nullable Vehicle sent) throws Rejected {
        if (sent == null) {
            return null;
        }
        return new Vehicle(
                number("vehicle/plate", sent.plate()),
                text("vehicle/trailerPlate", sent.trailerPlate(), LONGEST_SHORT_TEXT),
                sent.kind() == null ? VehicleKind.OTHER : VEHICLES.read("vehicle/kind", sent.kind()),
                text("vehicle/trip", sent.trip(), LONGEST_SHORT_TEXT),
                text("vehicle/seat", sent.seat(), LONGEST_SHORT_TEXT));
    }

    /** A dash for "none" would make one traveller of all who have none. */
    private static String number(String member, @Nullable String sent) throws Rejected {
        String number = shorter(member, required(member, sent), LONGEST_SHORT_TEXT);
        if (!saysSomething(number)) {
            throw new Rejected(
                    Reason.MEMBER_MISSING,
                    member
                            + " 没有字母或数字；没有号码就不要带其所属对象 / has neither letter nor digit; without one, leave out the object that"
                            + " it belongs to");
        }
        return number;
    }

    private static int temperature(double celsius) throws Rejected {
        long milli = Math.round(celsius * 1000);
        if (milli >= LOWEST && milli <= HIGHEST) {
            return (int) milli;
        }
        if (milli >= 77_000 && milli <= 116_000) {
            throw new Rejected(Reason.TEMPERATURE_UNIT, celsius + " 像是华氏度 / looks like °F; send °C");
        }
        if (milli >= 293_000 && milli <= 320_000) {
            throw new Rejected(Reason.TEMPERATURE_UNIT, celsius + " 像是开尔文 / looks like kelvin; send °C");
        }
        if (milli >= LOWEST * 10L && milli <= HIGHEST * 10L) {
            throw new Rejected(Reason.TEMPERATURE_UNIT, celsius + " 像是十分之一度 / looks like tenths of a degree; send °C");
        }
        throw new Rejected(Reason.TEMPERATURE_IMPLAUSIBLE, celsius + " °C 不在 20 到 47 之间 / is not between 20 and 47");
    }

    private static @Nullable Integer ambient(@Nullable Double celsius) throws Rejected {
        if (celsius == null) {
            return null;
        }
        if (!(celsius >= LOWEST_AMBIENT && celsius <= HIGHEST_AMBIENT)) {
            throw new Rejected(Reason.AMBIENT_IMPLAUSIBLE, celsius + " °C 不在 -60 到 80 之间 / is not between -60 and 80");
        }
        return (int) Math.round(celsius * 1000);
    }

    private void requirePlausible(Instant measuredAt, Instant now) throws Rejected {
        if (measuredAt.isAfter(now.plus(limits.furthestAhead()))) {
            throw new Rejected(
                    Reason.TIME_IMPLAUSIBLE,
                    "measuredAt 在未来，现在是 " + now + "，请校准设备时钟 / lies in the future, it is now " + now
                            + "; set the device's clock");
        }
        if (measuredAt.isBefore(now.minus(limits.furthestBack()))) {
            throw new Rejected(
                    Reason.TIME_IMPLAUSIBLE,
                    "measuredAt 早于 " + limits.furthestBack().toDays() + " 天 / lies more than "
                            + limits.furthestBack().toDays() + " days back; set the device's clock");
        }
    }

    private static UUID uuid(String member, String text) throws Rejected {
        try {
            // UUID.fromString takes short groups; a reading's id is the canonical 36 characters.
            if (text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            // falls through to the answer below
        }
        throw new Rejected(
                Reason.ID_INVALID, member + " 须为 UUID / must be a UUID such as 018f6c1e-7a3b-7c55-9d1e-1b2c3d4e5f60");
    }

    private static @Nullable String area(String member, @Nullable String code) throws Rejected {
        if (code == null) {
            return null;
        }
        // Six digits of GB/T 2260, nine with the town, twelve with the village (GB/T 10114).
        int length = code.length();
        if ((length == 6 || length == 9 || length == 12) && onlyDigits(code)) {
            return code;
        }
        throw new Rejected(
                Reason.AREA_INVALID, member + " 须为 6、9 或 12 位数字 / must have 6, 9 or 12 digits (GB/T 2260, GB/T 10114)");
    }

    private static boolean onlyDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
