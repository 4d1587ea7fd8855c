package io.feverline.ingest.rest;

import io.feverline.ingest.DoorProfile;

/** A door of its own, which has not read the devices. */
public class StartingProfile extends DoorProfile {}
