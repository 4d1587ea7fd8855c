package io.feverline.look;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The same in English. */
@Localized("en")
public interface LookWordsInEnglish extends LookWords {
    @Message("Sign out")
    @Override
    String signOut();

    @Message("中文")
    @Override
    String otherLanguage();

    @Message("Skip to content")
    @Override
    String skip();

    @Message("Duty")
    @Override
    String duty();

    @Message("Console")
    @Override
    String console();

    @Message("Main")
    @Override
    String navigation();

    @Message("Not allowed")
    @Override
    String notAllowed();

    @Message("Your role does not allow this page. Ask an administrator, or sign in as somebody else.")
    @Override
    String notAllowedHelp();

    @Message("No such page")
    @Override
    String notFound();

    @Message("The address is wrong, or it is not in your area.")
    @Override
    String notFoundHelp();

    @Message("It did not work")
    @Override
    String failed();

    @Message("The service failed and has noted why. Try again later.")
    @Override
    String failedHelp();

    @Message("Connection lost, stale since")
    @Override
    String staleSince();

    @Message("Your session has ended.")
    @Override
    String signedOut();

    @Message("Sign in again")
    @Override
    String signIn();

    @Message("the connection is lost; it was not sent")
    @Override
    String unsent();

    @Message("Back")
    @Override
    String back();
}
