package io.feverline.gateway.conformance;

import java.util.Set;

/** One thing that a gateway does wrong, and what has to be found for it. */
enum Fault {
    NONE,
    NEW_ID_AT_EACH_SENDING(Requirement.SAME_ID),
    NEW_TEMPERATURE_AT_EACH_SENDING(Requirement.SAME_BYTES),
    DROPS_ON_503(Requirement.SENT_AGAIN),
    SENDS_ACCEPTED_AGAIN(Requirement.NOT_AFTER_ACCEPTED),
    SENDS_REJECTED_AGAIN(Requirement.NOT_AFTER_REJECTED),
    IGNORES_RETRY_AFTER(Requirement.RETRY_AFTER),
    HAMMERS(Requirement.BACKOFF),
    WAITS_EVENLY(Requirement.JITTER),
    IMPATIENT(Requirement.PATIENT),
    OLDEST_FIRST(Requirement.LIVE_FIRST),
    KEY_IN_URL(Requirement.KEY_IN_HEADER),
    ID_IS_A_NUMBER(Requirement.ID_IS_UUID),
    NO_OFFSET(Requirement.TIME_WITH_OFFSET),
    UNKNOWN_MEMBER(Requirement.READABLE),
    LOSES_EVERY_TENTH(Requirement.NUMBERS),
    TAKES_200_FOR_ALL(Requirement.BATCH_ITEMS, Requirement.SENT_AGAIN);

    /** Unmodifiable, which its type does not tell. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Requirement> breaks;

    Fault(Requirement... breaks) {
        this.breaks = Set.of(breaks);
    }

    Set<Requirement> breaks() {
        return breaks;
    }
}
