package io.feverline.registry.console;

import io.feverline.registry.audit.Act;
import io.feverline.registry.events.audit.AuditCheck.Kind;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The same in English. */
@Localized("en")
public interface AuditWordsInEnglish extends AuditWords {
    @Message("Audit log")
    @Override
    String title();

    @Message("Who did what to what, when and why. That you read it is on record too.")
    @Override
    String help();

    @Message("Actor")
    @Override
    String actor();

    @Message("Act")
    @Override
    String act();

    @Message("all")
    @Override
    String anyAct();

    @Message("Id of the subject")
    @Override
    String subject();

    @Message("Clear")
    @Override
    String clear();

    @Message("No.")
    @Override
    String seq();

    @Message("Purpose")
    @Override
    String purpose();

    @Message("Detail")
    @Override
    String detail();

    @Message("everywhere")
    @Override
    String everywhere();

    @Message("Nothing is on record.")
    @Override
    String none();

    @Message("Nothing on record is like that.")
    @Override
    String noneFound();

    @Message("Verify the chain")
    @Override
    String verify();

    @Message(
            "Reads all rows from the first on, and holds them against their hashes and the signed heads that were published. With many rows it takes a while.")
    @Override
    String verifyHelp();

    @Message("What the verification came to")
    @Override
    String verified();

    @Message("Intact: the log is as it was written.")
    @Override
    String intact();

    @Message("Broken: the log is not as it was written.")
    @Override
    String broken();

    @Message("Sound rows")
    @Override
    String rows();

    @Message("Up to the head (hash of the last)")
    @Override
    String upTo();

    @Message("Signed heads met")
    @Override
    String heads();

    @Message("Heads that were forged")
    @Override
    String forged();

    @Message("Heads that the service has not signed; they were left out.")
    @Override
    String forgedHelp();

    @Message("Last signed")
    @Override
    String lastSigned();

    @Message("If rows were cut off the end since then, it does not show.")
    @Override
    String lastSignedHelp();

    @Message("not yet")
    @Override
    String neverSigned();

    @Message("The database forbids changes")
    @Override
    String appendOnly();

    @Message("yes: rows can only be added")
    @Override
    String yes();

    @Message("no: the service could change the log; check the rights in the database")
    @Override
    String no();

    @Message("What is wrong")
    @Override
    String fault();

    @Message("Not to be trusted from row {seq} on")
    @Override
    String from(long seq);

    @Message(
            "{#switch kind}{#case TWO_HEADS}Two signed heads of one row do not agree{#case ROW_MISSING}A row is missing{#case ROW_CHANGED}A row was changed{#case WRITTEN_ANEW}The log was written anew{#case CUT_OFF}Rows were cut off the end{/switch}")
    @Override
    String faultOf(Kind kind);

    @Message("""
            {#switch act}
            {#case TRAVELLER_SEARCH}looked for a traveller
            {#case TRAVELLER_HISTORY}read a traveller's passages
            {#case TRAVELLER_HISTORY_EXPORT}exported a traveller's passages
            {#case TRAVELLER_JOURNEYS}read a traveller's journeys
            {#case TRAVELLER_CONTACTS}traced a traveller's contacts
            {#case TRAVELLER_CONTACTS_EXPORT}exported a traveller's contacts
            {#case IDENTITY_OPEN}opened an identity, masked
            {#case IDENTITY_OPEN_FULL}opened an identity in full
            {#case IDENTITY_BREAK_GLASS}opened an identity in an emergency
            {#case TRAVELLER_DATA_EXPORT}exported a traveller's data for them
            {#case TRAVELLER_ERASE}erased a traveller
            {#case TRAVELLER_MERGE}merged travellers
            {#case TRAVELLER_UNMERGE}took a merge back
            {#case VEHICLE_SEARCH}looked for a vehicle
            {#case VEHICLE_HISTORY}read a vehicle's passages
            {#case VEHICLE_HISTORY_EXPORT}exported a vehicle's passages
            {#case VEHICLE_JOURNEYS}read a vehicle's journeys
            {#case OVERDUE_EXITS}read overdue exits
            {#case AREAS_IMPORT}imported areas
            {#case AREA_PERIODS_IMPORT}imported the history of codes
            {#case CHECKPOINT_REGISTER}registered a checkpoint
            {#case CHECKPOINT_CHANGE}changed a checkpoint
            {#case CHECKPOINTS_IMPORT}imported checkpoints
            {#case DEVICE_REGISTER}registered a device
            {#case DEVICE_CHANGE}changed a device
            {#case DEVICES_IMPORT}imported devices
            {#case DEVICE_KEY_ADD}drew a key for a device
            {#case DEVICE_KEY_REVOKE}revoked a key
            {#case DEVICE_REVOKE}revoked a device
            {#case DEVICE_CALIBRATE}noted a calibration
            {#case ENROLMENTS_DRAW}drew enrolment codes
            {#case KEY_REGION_LIST}listed a key region
            {#case KEY_REGION_END}ended a key region
            {#case ARRIVALS}read arrivals from key regions
            {#case FOLLOW_UP_LIST}read the list of follow-ups
            {#case FOLLOW_UP_READ}read a follow-up
            {#case FOLLOW_UP_ASSIGN}assigned a follow-up
            {#case FOLLOW_UP_ACCEPT}accepted a follow-up
            {#case FOLLOW_UP_ENTRY}wrote an entry of a follow-up
            {#case FOLLOW_UP_COMPLETE}completed a follow-up
            {#case FOLLOW_UP_REFER}referred somebody followed up
            {#case FOLLOW_UP_CLOSE}closed a follow-up
            {#case FOLLOW_UP_HAND_OVER}handed follow-ups over
            {#case REPORT_READ}read a daily report
            {#case REPORT_SIGN}signed a daily report
            {#case REPORT_CORRECT}corrected a daily report
            {#case REPORTS_READ}read daily reports
            {#case REPORTS_MISSING}read missing reports
            {#case REPORTS_DISCREPANCIES}read discrepancies of reports
            {#case REPORTS_COMPLETENESS}read completeness of reports
            {#case EVIDENCE_EXPORT}exported evidence
            {#case RETENTION_DROP}dropped a day that is over its retention
            {#case RETENTION_FORGET}forgot people over their retention
            {#case BULLETIN_PUBLISH}published a daily bulletin
            {#case KEY_REGIONS_IMPORT}imported key regions
            {#case AUDIT_READ}read the audit log
            {#case AUDIT_VERIFY}verified the audit log
            {/switch}""")
    @Override
    String actOf(Act act);
}
