package io.feverline.registry.console;

import io.feverline.registry.followup.CauseKind;
import io.feverline.registry.followup.StepKind;
import io.feverline.registry.followup.rule.HalfDay;
import io.feverline.registry.followup.rule.State;
import io.feverline.registry.followup.rule.Symptom;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The same in English. */
@Localized("en")
public interface FollowUpWordsInEnglish extends FollowUpWords {
    @Message("Follow-ups")
    @Override
    String title();

    @Message("all ongoing")
    @Override
    String anyState();

    @Message(
            "{#switch state}{#case UNASSIGNED}unassigned{#case ASSIGNED}assigned{#case ACCEPTED}in progress{#case COMPLETED}completed{#case REFERRED}referred{#case CLOSED}closed{/switch}")
    @Override
    String state(State state);

    @Message("{#switch kind}{#case CONFIRMED_FEVER}confirmed fever{#case KEY_REGION_ARRIVAL}from a key region{/switch}")
    @Override
    String cause(CauseKind kind);

    @Message(
            "{#switch symptom}{#case FEVER}fever{#case COUGH}cough{#case FATIGUE}fatigue{#case DYSPNOEA}short of breath{#case SORE_THROAT}sore throat{#case NASAL_CONGESTION}stuffy nose{#case RUNNING_NOSE}running nose{#case MUSCLE_ACHE}aching muscles{#case DIARRHOEA}diarrhoea{#case OTHER}other{/switch}")
    @Override
    String symptom(Symptom symptom);

    @Message(
            "{#switch kind}{#case ASSIGNED}assigned{#case ACCEPTED}accepted{#case COMPLETED}completed{#case REFERRED}referred{#case CLOSED}closed{#case HANDED_OVER}handed over{/switch}")
    @Override
    String step(StepKind kind);

    @Message("{#switch part}{#case MORNING}morning{#case EVENING}evening{/switch}")
    @Override
    String half(HalfDay.Part part);

    @Message(
            "{#switch kind}{#case UNASSIGNED}Nobody has them{#case OVERDUE}Not accepted in time{#case OTHERS}All others{#case MINE}Mine{#case FOUND}As asked for{/switch}")
    @Override
    String part(FollowUpList.Kind kind);

    @Message("only mine")
    @Override
    String mine();

    @Message("not accepted in time")
    @Override
    String overdue();

    @Message("with missed entries")
    @Override
    String missed();

    @Message("feverish")
    @Override
    String feverish();

    @Message("Grid worker")
    @Override
    String worker();

    @Message("nobody")
    @Override
    String nobody();

    @Message("Filter")
    @Override
    String filter();

    @Message("Clear the filter")
    @Override
    String clear();

    @Message("More")
    @Override
    String more();

    @Message("There is nobody to look after now. Travellers with a confirmed fever, or from a key region, appear here.")
    @Override
    String none();

    @Message("No follow-up is as you asked.")
    @Override
    String noneFound();

    @Message("{count} missed")
    @Override
    String missedCount(long count);

    @Message("due now")
    @Override
    String dueNow();

    @Message("next")
    @Override
    String dueLater();

    @Message("nothing is due")
    @Override
    String nothingDue();

    @Message("{#if days > 0}{days} days left{#else}the last day{/if}")
    @Override
    String daysLeft(long days);

    @Message("days are over")
    @Override
    String daysOver();

    @Message("Until")
    @Override
    String until();

    @Message("accept by")
    @Override
    String acceptBy();

    @Message("Accept")
    @Override
    String accept();

    @Message("Take it")
    @Override
    String take();

    @Message("Assign")
    @Override
    String assign();

    @Message("Assign to another")
    @Override
    String reassign();

    @Message("Without a grid worker it goes to the queue of the area.")
    @Override
    String assignHelp();

    @Message("Area code")
    @Override
    String areaCode();

    @Message("stays")
    @Override
    String areaStays();

    @Message("has {count}")
    @Override
    String workload(long count);

    @Message("Write an entry")
    @Override
    String write();

    @Message("Temperature °C")
    @Override
    String temperature();

    @Message("Symptoms")
    @Override
    String symptoms();

    @Message("none")
    @Override
    String noSymptoms();

    @Message("Note")
    @Override
    String note();

    @Message("Taken at")
    @Override
    String takenAt();

    @Message("leave empty for now")
    @Override
    String takenAtHelp();

    @Message("Save")
    @Override
    String save();

    @Message("Correct")
    @Override
    String correct();

    @Message("corrected")
    @Override
    String corrected();

    @Message("Entries")
    @Override
    String entries();

    @Message("There is no entry yet.")
    @Override
    String noEntries();

    @Message("missed")
    @Override
    String notEntered();

    @Message("Half day")
    @Override
    String halfDay();

    @Message("By")
    @Override
    String by();

    @Message("Why")
    @Override
    String why();

    @Message("What was done")
    @Override
    String steps();

    @Message("Nobody has done anything yet.")
    @Override
    String noSteps();

    @Message("What to do")
    @Override
    String actions();

    @Message("Traveller")
    @Override
    String traveller();

    @Message("where they have been")
    @Override
    String history();

    @Message("Complete")
    @Override
    String complete();

    @Message("It can be completed when its days are over.")
    @Override
    String completeHelp();

    @Message("Refer")
    @Override
    String referTo();

    @Message("Fever clinic")
    @Override
    String clinic();

    @Message("Reason")
    @Override
    String reason();

    @Message("Close")
    @Override
    String close();

    @Message("They have left, or it was a mistake.")
    @Override
    String closeHelp();

    @Message("An entry tells of a fever: refer them to a fever clinic soon.")
    @Override
    String referNow();

    @Message("# not sent yet")
    @Override
    String unsent();

    @Message("No connection. Kept on this phone, and sent when there is one.")
    @Override
    String unsentOffline();

    @Message("Your session has ended. They are sent once you have signed in again.")
    @Override
    String unsentSignedOut();

    @Message("Sign in")
    @Override
    String signIn();

    @Message("These were not taken; put them right:")
    @Override
    String unsentRefused();

    @Message("All have been sent")
    @Override
    String allSent();

    @Message("Send again")
    @Override
    String again();

    @Message("Put right")
    @Override
    String edit();

    @Message("Delete")
    @Override
    String discard();

    @Message("Delete this entry, which was not sent?")
    @Override
    String discardSure();

    @Message("Entries that were not sent are deleted when you sign out. Sign out all the same?")
    @Override
    String leaving();

    @Message("sending…")
    @Override
    String sending();

    @Message("saved")
    @Override
    String sent();

    @Message("kept on this phone, will be sent")
    @Override
    String kept();
}
