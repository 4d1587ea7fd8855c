package io.feverline.local.process;

/** Who stands on whom: stopping goes from the last to the first, so that nothing loses its footing. */
public enum Tier {
    DATABASE,
    BROKER,
    SERVICE,
    SIMULATOR
}
