package io.feverline.alert.dashboard;

import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.Action;
import io.feverline.alert.lifecycle.AlertState;
import io.feverline.alert.lifecycle.Level;
import io.feverline.alert.lifecycle.Outcome;
import io.feverline.alert.lifecycle.Severity;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

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

    @Message("Connection lost, stale since")
    @Override
    String staleSince();

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

    @Message("It did not work:")
    @Override
    String failed();

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

    @Message("Assign to")
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
}
