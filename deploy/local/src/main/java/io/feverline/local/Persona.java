package io.feverline.local;

import java.util.Locale;

/** The people who can sign in to a local system; the same as in deploy/keycloak. */
public enum Persona {
    /** Takes alerts around the clock. */
    DUTY_OFFICER("duty-officer", "360322"),
    /** The county's health official. */
    COUNTY_OFFICIAL("health-official", "360322"),
    /** A health official of one town. */
    TOWNSHIP_OFFICIAL("health-official", "360322101"),
    /** Looks after the households of one grid of that town. */
    GRID_WORKER("grid-worker", "360322101"),
    /** Reads who looked at what. */
    AUDITOR("auditor", "360322"),
    /** Registers areas, checkpoints and devices. The prefix covers the province: areas are imported from it down. */
    ADMIN("admin", "36");

    private final String role;
    private final String area;

    Persona(String role, String area) {
        this.role = role;
        this.area = area;
    }

    /** What the person signs in as. */
    public String username() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one role. */
    public String role() {
        return role;
    }

    /** The area-code prefix that the person sees. */
    public String area() {
        return area;
    }
}
