package io.feverline.local;

import java.util.Locale;

/** The people who can sign in to a local system; the same as in deploy/keycloak. */
public enum Persona {
    /** Takes alerts around the clock. */
    DUTY_OFFICER("duty-officer", "360322", "值班员 Duty officer"),
    /** The county's health official. */
    COUNTY_OFFICIAL("health-official", "360322", "县疾控人员 County health official"),
    /** A health official of one town. */
    TOWNSHIP_OFFICIAL("health-official", "360322101", "乡镇疾控人员 Township health official"),
    /** Looks after the households of one grid of that town. */
    GRID_WORKER("grid-worker", "360322101", "网格员 Grid worker"),
    /** Reads who looked at what. */
    AUDITOR("auditor", "360322", "审计员 Auditor"),
    /** Registers areas, checkpoints and devices. The prefix covers the province: areas are imported from it down. */
    ADMIN("admin", "36", "管理员 Administrator");

    private final String role;
    private final String area;
    private final String title;

    Persona(String role, String area, String title) {
        this.role = role;
        this.area = area;
        this.title = title;
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

    /** What the person is called, in both languages. */
    public String title() {
        return title;
    }
}
