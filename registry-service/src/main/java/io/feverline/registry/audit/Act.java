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
    VEHICLE_SEARCH("vehicle.search"),
    VEHICLE_HISTORY("vehicle.history"),
    VEHICLE_HISTORY_EXPORT("vehicle.history.export"),
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
    KEY_REGIONS_IMPORT("key-regions.import"),
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
