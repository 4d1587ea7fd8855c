package io.feverline.registry.audit;

/** What can be done that is on record. */
public enum Act {
    TRAVELLER_SEARCH("traveller.search"),
    TRAVELLER_HISTORY("traveller.history"),
    TRAVELLER_HISTORY_EXPORT("traveller.history.export"),
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
    AREAS_IMPORT("areas.import"),
    AREA_PERIODS_IMPORT("area-periods.import"),
    CHECKPOINT_REGISTER("checkpoint.register"),
    DEVICE_REGISTER("device.register"),
    DEVICE_KEY_ADD("device.key.add"),
    DEVICE_KEY_REVOKE("device.key.revoke"),
    DEVICE_REVOKE("device.revoke"),
    DEVICE_CALIBRATE("device.calibrate"),
    ENROLMENTS_DRAW("enrolments.draw"),
    KEY_REGION_LIST("key-region.list"),
    KEY_REGION_END("key-region.end"),
    RETENTION_DROP("retention.drop-day"),
    RETENTION_FORGET("retention.forget"),
    AUDIT_READ("audit.read"),
    AUDIT_VERIFY("audit.verify");

    private final String text;

    Act(String text) {
        this.text = text;
    }

    /** As it stands in the log. */
    public String text() {
        return text;
    }
}
