package io.feverline.registry.console;

import io.feverline.ingest.events.DocumentType;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The same in English. */
@Localized("en")
public interface SearchWordsInEnglish extends SearchWords {
    @Message("Find a traveller or a vehicle")
    @Override
    String title();

    @Message("Each search is on record in the audit log.")
    @Override
    String onRecord();

    @Message("Traveller")
    @Override
    String traveller();

    @Message("Kind of document")
    @Override
    String documentType();

    @Message("Number of the document")
    @Override
    String documentNumber();

    @Message("Vehicle")
    @Override
    String vehicle();

    @Message("Plate")
    @Override
    String plate();

    @Message("such as 赣J12345")
    @Override
    String plateHelp();

    @Message("Find the traveller")
    @Override
    String findTraveller();

    @Message("Find the vehicle")
    @Override
    String findVehicle();

    @Message(
            "No traveller with this document has been seen in your area or is followed up there. Check its kind and number.")
    @Override
    String noTraveller();

    @Message("No vehicle with this plate has been seen in your area. Check the plate.")
    @Override
    String noVehicle();

    @Message(
            "{#switch type}{#case RESIDENT_ID}Resident identity card{#case PASSPORT}Passport{#case HOME_RETURN_PERMIT}Home return permit{#case TAIWAN_PERMIT}Taiwan permit{#case RESIDENCE_PERMIT}Residence permit{#else}Other{/switch}")
    @Override
    String type(DocumentType type);
}
