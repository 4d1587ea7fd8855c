package io.feverline.registry.console;

import io.feverline.registry.report.rule.Discrepancy;
import io.feverline.registry.report.rule.Figure;
import io.feverline.registry.report.rule.ReportState;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The same in English. */
@Localized("en")
public interface ReportWordsInEnglish extends ReportWords {
    @Message("Daily reports")
    @Override
    String title();

    @Message("Daily report")
    @Override
    String one();

    @Message(
            "{#switch state}{#case EXPECTED}expected{#case ZERO}zero report{#case SUBMITTED}submitted{#case LATE}late{#case MISSING}missing{#case CORRECTED}corrected{/switch}")
    @Override
    String state(ReportState state);

    @Message(
            "{#switch figure}{#case SCREENED}Screened{#case SUSPECTED}Suspected{#case CONFIRMED}Confirmed{#case KEY_REGION}From key regions{/switch}")
    @Override
    String figure(Figure figure);

    @Message("{#switch view}{#case ALL}All{#case MISSING}Missing and late{#case DISCREPANCIES}Not as counted{/switch}")
    @Override
    String view(ReportList.View view);

    @Message(
            "{#switch view}{#case ALL}No report is expected of this day: a checkpoint owes one of each shift that begins after it was registered.{#case MISSING}None is missing or late.{#case DISCREPANCIES}All signed reports are as the devices count.{/switch}")
    @Override
    String none(ReportList.View view);

    @Message(
            "{#switch kind}{#case DIFFERED_WHEN_SIGNED}it differed when it was signed{#case CHANGED_SINCE}readings have come since it was signed{/switch}")
    @Override
    String kind(Discrepancy.Kind kind);

    @Message("{#switch name}{#case 'day'}day{#case 'night'}night{#else}{name}{/switch}")
    @Override
    String shift(String name);

    @Message("Day")
    @Override
    String day();

    @Message("Day before")
    @Override
    String dayBefore();

    @Message("Day after")
    @Override
    String dayAfter();

    @Message("all")
    @Override
    String anyState();

    @Message("Shift")
    @Override
    String shiftColumn();

    @Message("Referred")
    @Override
    String referred();

    @Message("Figure")
    @Override
    String figureColumn();

    @Message("Signed")
    @Override
    String signedAt();

    @Message("Only {area}")
    @Override
    String onlyIn(String area);

    @Message("Stated")
    @Override
    String stated();

    @Message("Devices")
    @Override
    String devices();

    @Message("Difference")
    @Override
    String difference();

    @Message("same")
    @Override
    String same();

    @Message("{count} more")
    @Override
    String moreBy(int count);

    @Message("{count} fewer")
    @Override
    String fewerBy(int count);

    @Message("devices had {count} when it was signed")
    @Override
    String thenCounted(int count);

    @Message("not counted")
    @Override
    String noDevice();

    @Message("Shift")
    @Override
    String shiftTime();

    @Message("Cutoff")
    @Override
    String cutoff();

    @Message("The shift has not ended; then it can be signed.")
    @Override
    String notOver();

    @Message("The passages are no longer kept: there is no count of the devices to compare with.")
    @Override
    String notCounted();

    @Message("There is no count to sign it against, so it cannot be signed any more.")
    @Override
    String notSignedAnyMore();

    @Message("The cutoff is over: signed now it is late.")
    @Override
    String nowLate();

    @Message("Filled in as devices count. Check it, and say how many were referred.")
    @Override
    String draftHelp();

    @Message("Sign")
    @Override
    String sign();

    @Message("Sign the report")
    @Override
    String signTitle();

    @Message("Note (optional)")
    @Override
    String note();

    @Message("Correct")
    @Override
    String correct();

    @Message("Correct the report")
    @Override
    String correctTitle();

    @Message("What was signed stays, below.")
    @Override
    String correctHelp();

    @Message("Why it is corrected")
    @Override
    String why();

    @Message("Signature and corrections")
    @Override
    String history();

    @Message("Version")
    @Override
    String version();

    @Message("By")
    @Override
    String by();

    @Message("Note or reason")
    @Override
    String words();

    @Message("It is not signed yet.")
    @Override
    String notSigned();

    @Message("You can look at it, but not sign it.")
    @Override
    String readOnly();

    @Message("Completeness of daily reports")
    @Override
    String boardTitle();

    @Message(
            "Of reports whose cutoff is over. Completeness: how many of them were signed; timeliness: before the cutoff.")
    @Override
    String boardHelp();

    @Message("By")
    @Override
    String level();

    @Message("county")
    @Override
    String county();

    @Message("town")
    @Override
    String town();

    @Message("Expected")
    @Override
    String expected();

    @Message("In time")
    @Override
    String inTime();

    @Message("Late")
    @Override
    String late();

    @Message("Missing")
    @Override
    String missing();

    @Message("Corrected")
    @Override
    String corrected();

    @Message("Completeness")
    @Override
    String completeness();

    @Message("Timeliness")
    @Override
    String timeliness();

    @Message("All")
    @Override
    String total();

    @Message("No report was due in this period.")
    @Override
    String noneDue();

    @Message("not in the list")
    @Override
    String unknownArea();
}
