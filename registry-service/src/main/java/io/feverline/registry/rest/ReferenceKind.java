package io.feverline.registry.rest;

/** Kinds of reference data that come and go as documents of CSV. */
public enum ReferenceKind {
    AREAS,
    CHECKPOINTS,
    DEVICES,
    KEY_REGIONS
}
