package io.feverline.registry.contact;

/**
 * Who else was where the case stayed.
 *
 * @param known how many travellers of the list were
 * @param unknown how many readings of people without papers there are; a recheck is of somebody who is counted already
 * @param cut whether there were more travellers than are listed; the nearest in time are
 */
public record Company(Stay stay, int known, long unknown, boolean cut) {}
