package io.feverline.registry.console;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The same in English. */
@Localized("en")
public interface BulletinWordsInEnglish extends BulletinWords {
    @Message("Daily bulletins")
    @Override
    String title();

    @Message("{area}: daily bulletin of temperature checks")
    @Override
    String titleOf(String area);

    @Message("A bulletin to publish")
    @Override
    String draft();

    @Message("Day")
    @Override
    String day();

    @Message("Edition")
    @Override
    String edition();

    @Message("Edition {number}")
    @Override
    String numbered(int number);

    @Message("Published")
    @Override
    String publishedAt();

    @Message("Screened")
    @Override
    String screened();

    @Message("With papers")
    @Override
    String withPapers();

    @Message("Rechecks")
    @Override
    String rechecked();

    @Message("Suspected")
    @Override
    String suspected();

    @Message("Confirmed fevers")
    @Override
    String confirmed();

    @Message("Confirmed per 1,000")
    @Override
    String perThousand();

    @Message("Total")
    @Override
    String total();

    @Message("Areas below")
    @Override
    String below();

    @Message("By the hour")
    @Override
    String byHour();

    @Message("Hour")
    @Override
    String hour();

    @Message("Remarks")
    @Override
    String words();

    @Message("Why it is corrected")
    @Override
    String why();

    @Message("Publish")
    @Override
    String publish();

    @Message("Correct it by a new edition")
    @Override
    String correct();

    @Message("Once published, figures do not change; a correction is a new edition, and the old one stays.")
    @Override
    String frozen();

    @Message("There is no bulletin yet.")
    @Override
    String none();

    @Message("Nobody was measured on this day.")
    @Override
    String nothing();
}
