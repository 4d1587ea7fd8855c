package io.feverline.alert.rest;

import io.feverline.alert.notify.ChannelKind;
import io.feverline.alert.notify.Targets;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The members of a channel that somebody sent. */
final class ChannelMembers {
    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int MADE_BYTES = 32;
    private static final int LONGEST_ROBOT_SECRET = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ChannelMembers() {}

    static String target(ChannelKind kind, @Nullable String given, boolean insecure) {
        String target = given == null ? "" : given;
        if (kind.isUrl() && !Targets.isUrl(target, insecure)) {
            throw Problems.invalidMember("target", "须为 https 地址，不含账号密码 / is an https URL without credentials");
        }
        if (!kind.isUrl() && !Targets.isMailAddress(target)) {
            throw Problems.invalidMember("target", "须为一个邮箱地址 / is one mail address");
        }
        return target;
    }

    /** Of a webhook it is made when it is missing: Standard Webhooks are signed. */
    static @Nullable String secret(ChannelKind kind, @Nullable String given) {
        return switch (kind) {
            case WEBHOOK -> given == null ? made() : webhookSecret(given);
            case DINGTALK -> given == null ? null : robotSecret(given);
            case MAIL, WECOM -> {
                if (given != null) {
                    throw Problems.invalidMember("secret", "此类渠道没有密钥 / channels of this kind have none");
                }
                yield null;
            }
        };
    }

    private static String made() {
        byte[] bytes = new byte[MADE_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    private static String webhookSecret(String given) {
        try {
            int bytes =
                    given.startsWith(PREFIX) ? Base64.getDecoder().decode(given.substring(PREFIX.length())).length : 0;
            if (bytes >= LEAST_BYTES && bytes <= MOST_BYTES) {
                return given;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the answer below
        }
        throw Problems.invalidMember(
                "secret", "须为 whsec_ 加 24 至 64 字节的 base64 / is whsec_ and the base64 of 24 to 64 bytes");
    }

    private static String robotSecret(String given) {
        if (given.isBlank()
                || given.length() > LONGEST_ROBOT_SECRET
                || !given.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw Problems.invalidMember("secret", "须为机器人的加签密钥 / is the robot's secret");
        }
        return given;
    }
}
