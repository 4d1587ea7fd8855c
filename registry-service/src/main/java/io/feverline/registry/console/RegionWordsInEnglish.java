package io.feverline.registry.console;

import io.feverline.registry.keyregion.KeyRegionLevel;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The same in English. */
@Localized("en")
public interface RegionWordsInEnglish extends RegionWords {
    @Message("Key regions")
    @Override
    String title();

    @Message("In force")
    @Override
    String current();

    @Message("Ended")
    @Override
    String ended();

    @Message("No key region is in force.")
    @Override
    String none();

    @Message("No key region has ended.")
    @Override
    String noneEnded();

    @Message("Id")
    @Override
    String id();

    @Message("letters, digits and . _ -, such as wuhan-2020")
    @Override
    String idHelp();

    @Message("Name")
    @Override
    String name();

    @Message("Level")
    @Override
    String level();

    @Message("{#switch level}{#case HIGH}high risk{#case MEDIUM}medium risk{/switch}")
    @Override
    String levelOf(KeyRegionLevel level);

    @Message("Area code of origin")
    @Override
    String areaPrefix();

    @Message("such as 420100; a province or city stands for all of it")
    @Override
    String areaPrefixHelp();

    @Message("Plates begin with")
    @Override
    String platePrefix();

    @Message("such as 鄂A; this or the area code, or both")
    @Override
    String platePrefixHelp();

    @Message("From")
    @Override
    String validFrom();

    @Message("now when empty")
    @Override
    String validFromHelp();

    @Message("Until (exclusive)")
    @Override
    String validTo();

    @Message("empty while it is not known")
    @Override
    String validToHelp();

    @Message("open")
    @Override
    String open();

    @Message("Legal basis")
    @Override
    String legalBasis();

    @Message("the order or notice")
    @Override
    String legalBasisHelp();

    @Message("State")
    @Override
    String state();

    @Message("not begun")
    @Override
    String coming();

    @Message("in force")
    @Override
    String active();

    @Message("end is set")
    @Override
    String ending();

    @Message("ended")
    @Override
    String over();

    @Message("List a key region")
    @Override
    String add();

    @Message("What is listed can be ended, not changed. Passages of the last days are judged anew.")
    @Override
    String addHelp();

    @Message("List it")
    @Override
    String addDo();

    @Message("Import CSV")
    @Override
    String importCsv();

    @Message("End it")
    @Override
    String end();

    @Message("Later than now and than it began; who passes after it comes from no key region.")
    @Override
    String endHelp();

    @Message("It ends at")
    @Override
    String endAt();

    @Message("What changes of the list changed")
    @Override
    String runs();

    @Message("After each change passages are judged anew by the list. Figures are of your area.")
    @Override
    String runsHelp();

    @Message("No change yet.")
    @Override
    String noRuns();

    @Message("Changed")
    @Override
    String changed();

    @Message("By")
    @Override
    String changedBy();

    @Message("Passages of")
    @Override
    String period();

    @Message("Looked at")
    @Override
    String looked();

    @Message("Arrivals added")
    @Override
    String added();

    @Message("Withdrawn")
    @Override
    String withdrawn();

    @Message("and later")
    @Override
    String onwards();

    @Message("under way")
    @Override
    String running();

    @Message("finished")
    @Override
    String finished();

    @Message("From key regions")
    @Override
    String arrivals();

    @Message("Who came from there")
    @Override
    String arrivalsOf();

    @Message("Key region")
    @Override
    String region();

    @Message("all")
    @Override
    String allRegions();

    @Message("Traveller")
    @Override
    String traveller();

    @Message("Vehicle")
    @Override
    String vehicle();

    @Message("not registered")
    @Override
    String anonymous();

    @Message("Goes to")
    @Override
    String destination();

    @Message("Nobody came from a key region in these days.")
    @Override
    String noArrivals();

    @Message("Each look is on record in the audit log.")
    @Override
    String onRecord();

    @Message("Overdue exits")
    @Override
    String overdue();

    @Message("Who came in by an entry to go on to another county, and has not been seen to leave.")
    @Override
    String overdueHelp();

    @Message("Who or what")
    @Override
    String whose();

    @Message("Vehicles")
    @Override
    String vehicles();

    @Message("Travellers")
    @Override
    String travellers();

    @Message("Came in")
    @Override
    String entered();

    @Message("Due to leave")
    @Override
    String leaveBy();

    @Message("also those who did not say where they go")
    @Override
    String undeclared();

    @Message("not stated")
    @Override
    String notStated();

    @Message("Nobody is overdue in these days.")
    @Override
    String noOverdue();
}
