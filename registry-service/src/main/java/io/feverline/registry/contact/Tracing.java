package io.feverline.registry.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/**
 * What is known of a case's contacts.
 *
 * @param from the case's passages are looked at from then, inclusive
 * @param until until then, inclusive
 * @param companies where the case was, newest first
 * @param contacts the closest first
 * @param cut whether not all contacts are there
 */
public record Tracing(Instant from, Instant until, List<Company> companies, List<Contact> contacts, boolean cut) {

    /** Those whom a case met: each is one contact, however often they met. */
    static List<Contact> contacts(List<Presence> presences, ContactRules rules) {
        var met = new LinkedHashMap<UUID, List<Encounter>>();
        for (Presence presence : presences) {
            met.computeIfAbsent(presence.travellerId(), id -> new ArrayList<>()).add(Encounter.of(presence, rules));
        }
        var contacts = new ArrayList<Contact>(met.size());
        met.forEach((id, encounters) -> {
            encounters.sort(Encounter.CLOSEST);
            contacts.add(new Contact(id, encounters));
        });
        contacts.sort(Comparator.comparing(Contact::closeness));
        return contacts;
    }
}
