package io.feverline.events.access;

/** The values of the {@code roles} claim. */
public final class Roles {
    public static final String DUTY_OFFICER = "duty-officer";
    public static final String HEALTH_OFFICIAL = "health-official";
    public static final String GRID_WORKER = "grid-worker";
    public static final String AUDITOR = "auditor";
    public static final String ADMIN = "admin";

    private Roles() {}
}
