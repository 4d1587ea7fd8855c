package io.feverline.alert.notify;

/** The ways in which a unit is told. */
public enum ChannelKind {
    /** Standard Webhooks 1.0.0. */
    WEBHOOK,
    MAIL,
    /** A group's robot of WeCom (企业微信). */
    WECOM,
    /** A group's robot of DingTalk (钉钉). */
    DINGTALK;

    /** Whether its receivers are URLs. */
    public boolean isUrl() {
        return this != MAIL;
    }
}
