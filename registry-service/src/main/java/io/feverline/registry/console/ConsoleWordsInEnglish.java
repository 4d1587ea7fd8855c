package io.feverline.registry.console;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The same in English. */
@Localized("en")
public interface ConsoleWordsInEnglish extends ConsoleWords {
    @Message("Search")
    @Override
    String search();

    @Message("Follow-ups")
    @Override
    String followUps();

    @Message("Daily reports")
    @Override
    String reports();

    @Message("Completeness")
    @Override
    String completeness();

    @Message("Key regions")
    @Override
    String keyRegions();

    @Message("Checkpoints")
    @Override
    String checkpoints();

    @Message("Devices")
    @Override
    String devices();

    @Message("Audit")
    @Override
    String audit();

    @Message("Next page")
    @Override
    String next();

    @Message("Back to the first page")
    @Override
    String first();

    @Message("Time")
    @Override
    String time();

    @Message("Checkpoint")
    @Override
    String checkpoint();

    @Message("Area")
    @Override
    String area();

    @Message("State")
    @Override
    String state();

    @Message("From")
    @Override
    String from();

    @Message("Until")
    @Override
    String until();

    @Message("Show")
    @Override
    String show();

    @Message("no names, no numbers of telephones or documents")
    @Override
    String wordsHelp();

    @Message("As CSV")
    @Override
    String csv();

    @Message("As Excel")
    @Override
    String excel();

    @Message(
            "{#switch kind}{#case 'HIGHWAY_EXIT'}highway exit{#case 'BUS_STATION'}bus station{#case 'BUS'}bus{#case 'CORRIDOR'}corridor{#case 'RAILWAY_STATION'}railway station{#case 'VENUE'}venue{#else}other{/switch}")
    @Override
    String kind(String kind);
}
