package io.feverline.registry.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.feverline.registry.contact.Company;
import io.feverline.registry.contact.Contact;
import io.feverline.registry.contact.Encounter;
import io.feverline.registry.contact.Presence;
import io.feverline.registry.contact.Reason;
import io.feverline.registry.contact.Stay;
import io.feverline.registry.contact.Tracing;
import io.feverline.registry.events.csv.SpreadsheetCsv;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Contacts as CSV for people with a spreadsheet (RFC 4180): a line for each encounter, then one for each place with
 * unknown people, or with more people than are listed. Times are the county's.
 */
public final class ContactCsv {
    public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

    private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");
    private static final List<String> HEADER = List.of(
            "接触者 contact",
            "人数 people",
            "情形 reason",
            "检测点 checkpoint",
            "检测点名称 checkpoint name",
            "车辆 vehicle",
            "车次 trip",
            "病例座位 seat of the case",
            "接触者座位 seat of the contact",
            "相隔排数 rows apart",
            "病例自 case from",
            "病例至 case until",
            "接触者自 contact from",
            "接触者至 contact until",
            "相隔分钟 minutes apart",
            "重叠分钟 minutes of overlap",
            "备注 remark");
    private static final ObjectWriter LINES = SpreadsheetCsv.rows();

    private ContactCsv() {}

    /** The document. */
    public static String of(Tracing tracing) {
        var lines = new ArrayList<List<String>>();
        lines.add(HEADER);
        for (Contact contact : tracing.contacts()) {
            for (Encounter encounter : contact.encounters()) {
                lines.add(line(encounter));
            }
        }
        for (Company company : tracing.companies()) {
            if (company.unknown() > 0) {
                lines.add(line(company, Long.toString(company.unknown()), "没有身份信息的读数 / readings without papers"));
            }
            if (company.cut()) {
                lines.add(line(company, "", "名单不完整：只列出时间最近的 / not all are listed, only those nearest in time"));
            }
        }
        try {
            return SpreadsheetCsv.BYTE_ORDER_MARK
                    + LINES.writeValueAsString(
                            lines.stream().map(ContactCsv::safe).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always CSV", e);
        }
    }

    private static List<String> line(Encounter encounter) {
        Presence other = encounter.presence();
        Stay stay = other.stay();
        var place = ContactsView.Place.of(stay.where());
        boolean aboard = place.vehicleId() != null;
        Integer rows = encounter.rowsApart();
        Duration overlap = encounter.overlap();
        return List.of(
                other.travellerId().toString(),
                "1",
                reason(encounter.reason()),
                text(place.checkpointId()),
                text(place.checkpointName()),
                text(place.vehicleId()),
                aboard ? text(other.trip()) : "",
                seats(stay.seats()),
                aboard ? seats(other.seats()) : "",
                text(rows),
                time(stay.first()),
                time(stay.last()),
                time(other.first()),
                time(other.last()),
                minutes(encounter.apart()),
                overlap == null ? "" : minutes(overlap),
                "");
    }

    private static List<String> line(Company company, String people, String remark) {
        Stay stay = company.stay();
        var place = ContactsView.Place.of(stay.where());
        return List.of(
                "",
                people,
                "",
                text(place.checkpointId()),
                text(place.checkpointName()),
                text(place.vehicleId()),
                text(place.trip()),
                seats(stay.seats()),
                "",
                "",
                time(stay.first()),
                time(stay.last()),
                "",
                "",
                "",
                "",
                remark);
    }

    private static String reason(Reason reason) {
        return switch (reason) {
            case SEAT_ROW -> "同排 / same row";
            case NEAR_ROWS -> "邻排 / rows near by";
            case TRIP -> "同车次 / same trip";
            case VEHICLE -> "同车，车次不详 / same vehicle, trip not known";
            case BUS -> "同乘公交 / same bus";
            case CHECKPOINT -> "同检测点 / same checkpoint";
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String seats(Collection<String> seats) {
        return String.join(" ", seats);
    }

    private static String time(Instant time) {
        // Unlike toString, with seconds also when they are zero.
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(COUNTY));
    }

    private static String minutes(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 60_000.0);
    }

    private static List<String> safe(List<String> line) {
        return line.stream().map(SpreadsheetCsv::harmless).toList();
    }
}
