package io.feverline.registry.console;

import io.feverline.registry.contact.Reason;
import io.feverline.registry.journey.rule.Stay;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The same in English. */
@Localized("en")
public interface PersonWordsInEnglish extends PersonWords {
    @Message("Traveller {id}")
    @Override
    String traveller(String id);

    @Message("Vehicle {id}")
    @Override
    String vehicle(String id);

    @Message("Where they have been")
    @Override
    String history();

    @Message("Contacts")
    @Override
    String contacts();

    @Message("Still in the area")
    @Override
    String inside();

    @Message("Stays in counties")
    @Override
    String stays();

    @Message(
            "{#switch state}{#case INSIDE}not seen to leave{#case LEFT}left{#case SEEN_ELSEWHERE}seen in another county{#case EXIT_UNSEEN}left unseen{#case ENTRY_UNSEEN}came unseen{/switch}")
    @Override
    String stay(Stay.State state);

    @Message("Journeys")
    @Override
    String journeys();

    @Message("Map")
    @Override
    String map();

    @Message("Drawn by coordinates; checkpoints without any are not on it.")
    @Override
    String mapHelp();

    @Message("No journeys in this period.")
    @Override
    String noJourneys();

    @Message("There are more records than are looked at; what is older is in no journey.")
    @Override
    String cut();

    @Message("Nobody gets here so soon: one of the two was somebody else, or a clock is wrong")
    @Override
    String impossible();

    @Message("measured {count} times")
    @Override
    String measured(int count);

    @Message("Measurements")
    @Override
    String passages();

    @Message("Nothing was measured in this period.")
    @Override
    String noPassages();

    @Message("Temperature")
    @Override
    String temperature();

    @Message("fever")
    @Override
    String fever();

    @Message("Trip and seat")
    @Override
    String ride();

    @Message("From → to")
    @Override
    String way();

    @Message("the device was not well")
    @Override
    String deviceIll();

    @Message("recheck")
    @Override
    String recheck();

    @Message("Identity")
    @Override
    String identity();

    @Message("Sealed, and opened here alone; each opening is on record with what it was for.")
    @Override
    String identityHelp();

    @Message("Purpose")
    @Override
    String purpose();

    @Message("Open, masked")
    @Override
    String openMasked();

    @Message("Open all of it")
    @Override
    String openFull();

    @Message("Open in an emergency")
    @Override
    String breakGlass();

    @Message("Only when a life is in danger or the like; each is looked into.")
    @Override
    String breakGlassHelp();

    @Message("What has happened")
    @Override
    String emergency();

    @Message("Name")
    @Override
    String name();

    @Message("Document")
    @Override
    String documentNumber();

    @Message("Phone")
    @Override
    String phone();

    @Message("not stated")
    @Override
    String notStated();

    @Message("Once you leave this page it has to be opened again.")
    @Override
    String openedHelp();

    @Message("Days")
    @Override
    String days();

    @Message("Contact")
    @Override
    String contact();

    @Message("How")
    @Override
    String why();

    @Message(
            "{#switch reason}{#case SEAT_ROW}same row of seats{#case NEAR_ROWS}seats near by{#case TRIP}same trip{#case VEHICLE}same vehicle{#case BUS}same bus{#case CHECKPOINT}same checkpoint{/switch}")
    @Override
    String met(Reason reason);

    @Message("Where")
    @Override
    String where();

    @Message("Apart")
    @Override
    String apart();

    @Message("Together")
    @Override
    String together();

    @Message("{minutes} min")
    @Override
    String minutes(long minutes);

    @Message("Times")
    @Override
    String times();

    @Message("{rows} rows apart")
    @Override
    String rowsApart(int rows);

    @Message("{count} in all, the closest first.")
    @Override
    String howMany(int count);

    @Message("There are too many to list them all: choose a shorter period, or take the file.")
    @Override
    String contactsCut();

    @Message("Nobody with papers was met in your area in this period.")
    @Override
    String noContacts();

    @Message("Where the traveller was, and with how many")
    @Override
    String companies();

    @Message("With papers")
    @Override
    String known();

    @Message("Measured without")
    @Override
    String unknown();

    @Message("Graph")
    @Override
    String graph();

    @Message("As FHIR")
    @Override
    String fhir();

    @Message(
            "The traveller is in the middle, around it where they met, outside whom; the closer, the more conspicuous.")
    @Override
    String graphHelp();

    @Message("The graph shows the closest {count} alone.")
    @Override
    String graphCut(int count);
}
