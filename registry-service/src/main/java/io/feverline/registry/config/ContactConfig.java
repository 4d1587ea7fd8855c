package io.feverline.registry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who is a contact of a case, and how many are looked for. */
@ConfigMapping(prefix = "feverline.contact")
public interface ContactConfig {
    /** Days before a moment that are looked at when nothing else is asked for: the longest incubation. */
    @WithDefault("14")
    int days();

    /**
     * Two are in one trip when they are measured in one vehicle within this time and their trips' names, if both have
     * one, are the same. As a cluster of a trip is in alert-service: no coach is under way for longer.
     */
    @WithDefault("12h")
    Duration tripWithin();

    /**
     * How long a ride is taken to last that has no name: those who are measured at the checkpoint in a bus within this
     * time ride together, and seats of a vehicle are neighbours for as long.
     */
    @WithDefault("2h")
    Duration rideWithin();

    /** Two have met at a checkpoint when they are measured there within this time. */
    @WithDefault("10m")
    Duration checkpointWithin();

    /**
     * So many rows before a seat and behind it are near: three, by the rules for close contacts in coaches that are
     * aired (新型冠状病毒肺炎防控方案, National Health Commission, 2020).
     */
    @WithDefault("3")
    int nearRows();

    /** Seats in a row of a vehicle whose seats have mere numbers: a coach has two and two. */
    @WithDefault("4")
    int seatsAbreast();

    /** So many contacts are listed of one ride, or of one stay at a checkpoint: those nearest in time. */
    @WithDefault("500")
    int mostPerPlace();

    /** So many encounters are looked at, the newest rides and stays first; and so many passages of the case. */
    @WithDefault("10000")
    int mostEncounters();
}
