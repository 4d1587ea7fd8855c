package io.feverline.alert.courier;

import io.feverline.alert.notify.Message;
import io.feverline.alert.notify.Reply;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Hands mails to the mail server. A mail that is sent again has the same Message-ID. */
@ApplicationScoped
class MailCarrier {
    static final String SUBJECT = "subject";
    static final String TEXT = "text";

    private final ReactiveMailer mailer;

    MailCarrier(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    Uni<Reply> carry(Message message) {
        JsonObject body = new JsonObject(Objects.requireNonNull(message.body()));
        Mail mail = Mail.withText(message.channel().target(), body.getString(SUBJECT), body.getString(TEXT))
                .addHeader("Message-ID", "<" + message.id() + "@feverline>")
                // RFC 3834: no out-of-office answers.
                .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail).replaceWith(new Reply.Taken());
    }
}
