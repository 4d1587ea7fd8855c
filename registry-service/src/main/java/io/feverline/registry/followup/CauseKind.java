package io.feverline.registry.followup;

/** Why somebody is followed up. */
public enum CauseKind {
    CONFIRMED_FEVER,
    KEY_REGION_ARRIVAL
}
