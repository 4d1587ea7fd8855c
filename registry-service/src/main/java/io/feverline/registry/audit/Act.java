package io.feverline.registry.audit;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import java.util.Arrays;
import java.util.Optional;

/** What can be done that is on record. */
public enum Act {
    TRAVELLER_SEARCH("traveller.search"),
    TRAVELLER_HISTORY("traveller.history"),
    TRAVELLER_HISTORY_EXPORT("traveller.history.export"),
    TRAVELLER_JOURNEYS("traveller.journeys"),
    TRAVELLER_CONTACTS("traveller.contacts"),
    TRAVELLER_CONTACTS_EXPORT("traveller.contacts.export"),
    IDENTITY_OPEN("identity.open"),
    IDENTITY_OPEN_FULL("identity.open-full"),
    IDENTITY_BREAK_GLASS("identity.break-glass"),
    TRAVELLER_DATA_EXPORT("traveller.data-export"),
    TRAVELLER_ERASE("traveller.erase"),
    TRAVELLER_MERGE("traveller.merge"),
    TRAVELLER_UNMERGE("traveller.unmerge"),
    VEHICLE_SEARCH("vehicle.search"),
    VEHICLE_HISTORY("vehicle.history"),
    VEHICLE_HISTORY_EXPORT("vehicle.history.export"),
    VEHICLE_JOURNEYS("vehicle.journeys"),
    OVERDUE_EXITS("overdue-exits"),
    AREAS_IMPORT("areas.import"),
    AREA_PERIODS_IMPORT("area-periods.import"),
    CHECKPOINT_REGISTER("checkpoint.register"),
    CHECKPOINT_CHANGE("checkpoint.change"),
    CHECKPOINTS_IMPORT("checkpoints.import"),
    DEVICE_REGISTER("device.register"),
    DEVICE_CHANGE("device.change"),
    DEVICES_IMPORT("devices.import"),
    DEVICE_KEY_ADD("device.key.add"),
    DEVICE_KEY_REVOKE("device.key.revoke"),
    DEVICE_REVOKE("device.revoke"),
    DEVICE_CALIBRATE("device.calibrate"),
    ENROLMENTS_DRAW("enrolments.draw"),
    KEY_REGION_LIST("key-region.list"),
    KEY_REGION_END("key-region.end"),
    ARRIVALS("arrivals"),
    FOLLOW_UP_LIST("follow-up.list"),
    FOLLOW_UP_READ("follow-up.read"),
    FOLLOW_UP_ASSIGN("follow-up.assign"),
    FOLLOW_UP_ACCEPT("follow-up.accept"),
    FOLLOW_UP_ENTRY("follow-up.entry"),
    FOLLOW_UP_COMPLETE("follow-up.complete"),
    FOLLOW_UP_REFER("follow-up.refer"),
    FOLLOW_UP_CLOSE("follow-up.close"),
    FOLLOW_UP_HAND_OVER("follow-up.hand-over"),
    REPORT_READ("report.read"),
    REPORT_SIGN("report.sign"),
    REPORT_CORRECT("report.correct"),
    REPORTS_READ("reports.read"),
    REPORTS_MISSING("reports.missing"),
    REPORTS_DISCREPANCIES("reports.discrepancies"),
    REPORTS_COMPLETENESS("reports.completeness"),
    BULLETIN_PUBLISH("bulletin.publish"),
    EVIDENCE_EXPORT("evidence.export"),
    RETENTION_DROP("retention.drop-day"),
    RETENTION_FORGET("retention.forget"),
    KEY_REGIONS_IMPORT("key-regions.import"),
    AUDIT_READ("audit.read"),
    AUDIT_VERIFY("audit.verify");

    private final String text;

    Act(String text) {
        this.text = text;
    }

    /** What a row of the log calls it; empty when it is of a release that knew other acts. */
    public static Optional<Act> of(String text) {
        return Arrays.stream(values()).filter(act -> act.text.equals(text)).findFirst();
    }

    /**
     * The one that somebody asks for.
     *
     * @throws Rejection if it is none that this release knows
     */
    public static Act named(String text) {
        return of(text).orElseThrow(
                        () -> new Rejection(Reason.UNKNOWN_ACT, "act 不是日志所记的操作 / act is none that the log knows"));
    }

    /** As it stands in the log. */
    public String text() {
        return text;
    }
}
