package io.feverline.registry.console;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The same in English. */
@Localized("en")
public interface ImportWordsInEnglish extends ImportWords {
    @Message(
            "Import {#switch kind}{#case 'areas'}areas{#case 'checkpoints'}checkpoints{#case 'devices'}devices{#else}key regions{/switch}")
    @Override
    String title(String kind);

    @Message(
            "{#switch kind}{#case 'areas'}Areas{#case 'checkpoints'}Checkpoints{#case 'devices'}Devices{#else}Key regions{/switch}")
    @Override
    String kind(String kind);

    @Message("What is imported")
    @Override
    String kinds();

    @Message(
            "It is previewed first: nothing is written, and each bad row is named. Once confirmed, all rows are written; with one bad row, none.")
    @Override
    String help();

    @Message("Columns (the first line names them)")
    @Override
    String columns();

    @Message(
            "And may be version: as of which it was exported, so that what somebody has changed since is not overwritten.")
    @Override
    String version();

    @Message("Or the history of codes: code, name, first_year, last_year.")
    @Override
    String alsoPeriods();

    @Message("Download what there is (to start from)")
    @Override
    String current();

    @Message("CSV file")
    @Override
    String file();

    @Message("UTF-8, or GB18030 as of Excel; at most 50,000 rows and 10 MiB")
    @Override
    String fileHelp();

    @Message("Or paste it")
    @Override
    String text();

    @Message("Preview")
    @Override
    String preview();

    @Message("Preview")
    @Override
    String previewTitle();

    @Message("rows")
    @Override
    String rows();

    @Message("new")
    @Override
    String added();

    @Message("changed")
    @Override
    String changed();

    @Message("unchanged")
    @Override
    String unchanged();

    @Message("bad")
    @Override
    String bad();

    @Message("Nothing has been written.")
    @Override
    String nothingDone();

    @Message("Bad rows")
    @Override
    String faults();

    @Message("The first 100 are shown.")
    @Override
    String faultsCut();

    @Message("Correct them in the file and preview it again.")
    @Override
    String correct();

    @Message("Line")
    @Override
    String line();

    @Message("Column")
    @Override
    String column();

    @Message("Fault")
    @Override
    String fault();

    @Message("the whole row")
    @Override
    String wholeRow();

    @Message("The first rows")
    @Override
    String first();

    @Message("bad")
    @Override
    String isBad();

    @Message("Import {rows} {#if rows == 1}row{#else}rows{/if}")
    @Override
    String confirm(int rows);

    @Message("There is nothing to write: all rows say what there is already.")
    @Override
    String nothingToDo();

    @Message("Choose another file")
    @Override
    String other();

    @Message("Imported: {added} new, {changed} changed, {unchanged} unchanged.")
    @Override
    String done(int added, int changed, int unchanged);

    @Message("Look at them")
    @Override
    String look();
}
