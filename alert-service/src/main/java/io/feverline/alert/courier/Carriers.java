package io.feverline.alert.courier;

import io.feverline.alert.config.NotifyConfig;
import io.feverline.alert.notify.Message;
import io.feverline.alert.notify.Reply;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeoutException;

/** One attempt, by whatever way the message's channel is. It ends in time, whatever the receiver does. */
@ApplicationScoped
class Carriers {
    private final WebhookCarrier webhooks;
    private final RobotCarrier robots;
    private final MailCarrier mails;
    private final NotifyConfig config;

    Carriers(WebhookCarrier webhooks, RobotCarrier robots, MailCarrier mails, NotifyConfig config) {
        this.webhooks = webhooks;
        this.robots = robots;
        this.mails = mails;
        this.config = config;
    }

    Uni<Reply> carry(Message message) {
        return attempt(message)
                .ifNoItem()
                .after(config.timeLimit())
                .failWith(TimeoutException::new)
                .onFailure(TimeoutException.class)
                .recoverWithItem(() -> new Reply.Failed("timeout", null));
    }

    private Uni<Reply> attempt(Message message) {
        return switch (message.channel().kind()) {
            case WEBHOOK -> webhooks.carry(message);
            case MAIL -> mails.carry(message);
            case WECOM, DINGTALK -> robots.carry(message);
        };
    }
}
