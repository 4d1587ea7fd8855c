package io.feverline.alert.rest;

/** The roles that may see alerts, as the token names them. */
final class Role {
    static final String DUTY_OFFICER = "duty-officer";
    static final String HEALTH_OFFICIAL = "health-official";
    static final String ADMIN = "admin";

    private Role() {}
}
