package io.feverline.alert.dashboard;

import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.Action;
import io.feverline.alert.lifecycle.AlertState;
import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.lifecycle.Level;
import io.feverline.alert.lifecycle.Outcome;
import io.feverline.alert.lifecycle.Severity;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;
import java.math.BigDecimal;

/** The same in English. */
@Localized("en")
public interface DutyWordsInEnglish extends DutyWords {
    @Message("{#when severity}{#is LOW}Low{#is MODERATE}Moderate{#is HIGH}High{#is CRITICAL}Critical{/when}")
    @Override
    String severity(Severity severity);

    @Message("{#when state}{#is OPEN}Open{#is ACKNOWLEDGED}Acknowledged{#is REFERRED}Referred{#is ARRIVED}Arrived"
            + "{#is ISOLATED}Isolated{#is CLOSED}Closed{#is DISMISSED}Dismissed{/when}")
    @Override
    String state(AlertState state);

    @Message("{#when state}{#is SUSPECTED}Suspected{#is CONFIRMED}Confirmed{#is CLEARED}Cleared"
            + "{#is EXPIRED}Not rechecked{#is MERGED}Merged{/when}")
    @Override
    String episode(EpisodeState state);

    @Message("{#when level}{#is CHECKPOINT}Checkpoint{#is TOWNSHIP}Township{#is COUNTY}County{/when}")
    @Override
    String levelName(Level level);

    @Message("{#when action}{#is ACKNOWLEDGE}Acknowledge{#is REFER}Refer{#is ARRIVE}Arrived{#is ISOLATE}Isolate"
            + "{#is CLOSE}Close{#is DISMISS}Dismiss{#is REOPEN}Reopen{#is ASSIGN}Assign{#is COMMENT}Comment{/when}")
    @Override
    String action(Action action);

    @Message("{#when outcome}{#is RULED_OUT}Ruled out{#is OTHER_ILLNESS}Other illness{#is SUSPECTED_CASE}Suspected case"
            + "{#is CONFIRMED_CASE}Confirmed case{#is LOST}Lost{/when}")
    @Override
    String outcome(Outcome outcome);

    @Message("Duty board")
    @Override
    String board();

    @Message("Open alerts")
    @Override
    String openAlerts();

    @Message("No open alerts. A fever appears here at once.")
    @Override
    String nothingOpen();

    @Message("Severity")
    @Override
    String severityColumn();

    @Message("Temperature")
    @Override
    String temperature();

    @Message("Checkpoint")
    @Override
    String checkpoint();

    @Message("Age")
    @Override
    String age();

    @Message("State")
    @Override
    String stateColumn();

    @Message("Who has it")
    @Override
    String whoHasIt();

    @Message("Actions")
    @Override
    String actions();

    @Message("Details")
    @Override
    String details();

    @Message("Live")
    @Override
    String live();

    @Message("Sound")
    @Override
    String sound();

    @Message("Keys: J and K move, A acknowledges, Enter opens")
    @Override
    String keys();

    @Message("unverified")
    @Override
    String unverified();

    @Message("late")
    @Override
    String historic();

    @Message("overdue at clinic")
    @Override
    String overdue();

    @Message("threshold")
    @Override
    String threshold();

    @Message("Readings")
    @Override
    String readings();

    @Message("Timeline")
    @Override
    String timeline();

    @Message("Device")
    @Override
    String device();

    @Message("Who has to know")
    @Override
    String level();

    @Message("Fever clinic")
    @Override
    String clinic();

    @Message("Outcome")
    @Override
    String outcomeColumn();

    @Message("Site")
    @Override
    String site();

    @Message("Nobody acknowledged; taken up")
    @Override
    String escalated();

    @Message("Assign to (username)")
    @Override
    String assignee();

    @Message("Reason")
    @Override
    String reason();

    @Message("Checkpoints")
    @Override
    String checkpoints();

    @Message("Devices")
    @Override
    String devices();

    @Message("Clusters")
    @Override
    String clusters();

    @Message("Area")
    @Override
    String area();

    @Message("Last reading")
    @Override
    String lastReading();

    @Message("Per minute")
    @Override
    String perMinute();

    @Message("Readings, 1 h")
    @Override
    String readingsOfHour();

    @Message("Fevers")
    @Override
    String feversOfHour();

    @Message("Fevers ‰")
    @Override
    String perThousand();

    @Message("well")
    @Override
    String well();

    @Message("No checkpoint has been heard yet.")
    @Override
    String noCheckpoints();

    @Message("Finding")
    @Override
    String findingColumn();

    @Message("Value")
    @Override
    String value();

    @Message("Limit")
    @Override
    String limit();

    @Message("Since")
    @Override
    String since();

    @Message("Until")
    @Override
    String until();

    @Message("All devices are well.")
    @Override
    String devicesWell();

    @Message("In common")
    @Override
    String inCommon();

    @Message("Place")
    @Override
    String place();

    @Message("Alerts")
    @Override
    String alerts();

    @Message("Confirmed")
    @Override
    String confirmed();

    @Message("Last grown")
    @Override
    String lastGrown();

    @Message("There are no clusters.")
    @Override
    String noClusters();

    @Message("{finding}")
    @Override
    String finding(String finding);

    @Message("{#switch kind}{#case 'checkpoint'}checkpoint{#case 'trip'}trip{#case 'origin'}origin{/switch}")
    @Override
    String kind(String kind);

    @Message("Nobody has done anything yet.")
    @Override
    String nothingDone();

    @Message("Unacknowledged")
    @Override
    String unacknowledged();

    @Message("There is news of this alert.")
    @Override
    String changedMeanwhile();

    @Message("Look again")
    @Override
    String lookAgain();

    @Message("Device today")
    @Override
    String deviceState();

    @Message("not heard")
    @Override
    String notHeard();

    @Message("last heard")
    @Override
    String lastHeard();

    @Message("Policy")
    @Override
    String policy();

    @Message("Checkpoints, where they are")
    @Override
    String schematicMap();

    @Message("Checkpoints without coordinates are in the table only.")
    @Override
    String notOnMap();

    @Message("Note")
    @Override
    String note();

    @Message("What was done")
    @Override
    String devicesTimeline();

    @Message("Last 24 h")
    @Override
    String charts();

    @Message("Hour")
    @Override
    String hour();

    @Message("Screened")
    @Override
    String screened();

    @Message("Suspected")
    @Override
    String suspected();

    @Message("Suspected ‰")
    @Override
    String suspectedPerThousand();

    @Message("Confirmed ‰")
    @Override
    String confirmedPerThousand();

    @Message("The figures")
    @Override
    String figures();

    @Message("Screened by the hour")
    @Override
    String screenedChart();

    @Message("Suspected and confirmed per thousand screened")
    @Override
    String rateChart();

    @Message(
            "Of live readings and live alerts, up to the last whole quarter of an hour; what came late is not in it. Rechecks still change what is confirmed.")
    @Override
    String chartsHelp();

    @Message("Hand-over")
    @Override
    String handover();

    @Message("Hand-overs")
    @Override
    String handovers();

    @Message("Hand over")
    @Override
    String writeHandover();

    @Message("Accept")
    @Override
    String acceptHandover();

    @Message("Unit")
    @Override
    String unit();

    @Message("Who comes")
    @Override
    String toPerson();

    @Message("Who leaves")
    @Override
    String fromPerson();

    @Message("What the next shift has to know (no names of travellers)")
    @Override
    String handoverNote();

    @Message("Written")
    @Override
    String writtenAt();

    @Message("Accepted")
    @Override
    String accepted();

    @Message("waiting")
    @Override
    String waiting();

    @Message("Print")
    @Override
    String print();

    @Message("To be done then")
    @Override
    String work();

    @Message("of them overdue")
    @Override
    String overdueThen();

    @Message("State now")
    @Override
    String stateNow();

    @Message("There is no unit yet; an administrator has to create one first.")
    @Override
    String noUnits();

    @Message("There are no hand-overs yet.")
    @Override
    String noHandovers();

    @Message("Somebody else has to accept it.")
    @Override
    String ownHandover();

    @Message("Nothing.")
    @Override
    String nothingToDo();

    @Message("Kind")
    @Override
    String kindColumn();

    @Message("{#when action}{#is ACKNOWLEDGE}Take on{#is COMMENT}Comment{#is CLOSE}Close{/when}")
    @Override
    String deviceAction(DeviceAlert.Action action);

    @Message("{#switch state}{#case 'acknowledged'}in hand{#else}{state}{/switch}")
    @Override
    String deviceAlertState(String state);

    @Message("{#switch state}{#case 'well'}well{#case 'moderate'}device trouble{#case 'high'}device silent"
            + "{#else}not heard yet{/switch}")
    @Override
    String checkpointState(String state);

    @Message("{#switch site}{#case 'inner-canthus'}inner canthus{#case 'axillary'}armpit{#else}{site}{/switch}")
    @Override
    String siteName(String site);

    @Message("{value} {unit}")
    @Override
    String amount(BigDecimal value, String unit);
}
