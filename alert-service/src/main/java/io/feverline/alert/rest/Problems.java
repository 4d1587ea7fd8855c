package io.feverline.alert.rest;

import io.feverline.alert.detection.Simulation;
import io.feverline.alert.lifecycle.AlertState;
import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.lifecycle.Words;
import io.feverline.registry.events.csv.UnreadableCsv;

/** The problems of this service. Their details never quote what the caller sent. */
public final class Problems {

    private Problems() {}

    /** @param complaint in both languages, the parameter's name left out */
    static ProblemException invalidParameter(String name, String complaint) {
        return new ProblemException(
                Problem.of(400, "invalid-parameter", "参数不对 / Invalid parameter", name + " " + complaint));
    }

    /**
     * A member of the body that cannot be taken.
     *
     * @param member where it is, such as rules/forehead/threshold
     * @param complaint in both languages, the member's name left out
     */
    static ProblemException invalidMember(String member, String complaint) {
        return new ProblemException(
                Problem.of(400, "invalid-member", "内容不对 / Invalid member", member + " " + complaint));
    }

    static ProblemException noSuchPolicy() {
        return new ProblemException(Problem.of(
                404, "policy-not-found", "没有这版策略 / No such policy", "没有此版本的筛查策略 / there is no policy of this version"));
    }

    static ProblemException policyAtThatMoment() {
        return new ProblemException(Problem.of(
                409,
                "policy-moment-taken",
                "生效时刻重复 / Moment taken",
                "已有策略在同一时刻生效 / another policy comes into force at the same moment"));
    }

    /** Why a simulation did not come to its end. */
    static ProblemException stopped(Simulation.Obstacle obstacle) {
        return new ProblemException(
                switch (obstacle) {
                    case ANOTHER_RUNS ->
                        Problem.of(
                                503,
                                "simulation-running",
                                "正在试算 / Another simulation",
                                "另一次试算尚未结束，请稍后再试 / another simulation is running; try again later");
                    case TOO_MANY_READINGS ->
                        Problem.of(
                                422,
                                "too-many-readings",
                                "数据过多 / Too many readings",
                                "该时段读数过多，请缩短时段 / the period has too many readings; ask for a shorter one");
                    case TOO_MANY_EPISODES ->
                        Problem.of(
                                422,
                                "too-many-alerts",
                                "警报过多 / Too many alerts",
                                "该草案在此时段会产生过多警报 / the draft would raise too many alerts in this period");
                });
    }

    /** Also for what lies outside the caller's area: that it exists is not theirs to know. */
    public static ProblemException noSuchAlert() {
        return new ProblemException(Problem.of(
                404,
                "alert-not-found",
                "没有这条警报 / No such alert",
                "您的辖区内没有此编号的警报 / there is no alert of this id in your area"));
    }

    public static ProblemException noSuchDeviceAlert() {
        return new ProblemException(Problem.of(
                404,
                "device-alert-not-found",
                "没有这条设备警报 / No such device alert",
                "您的辖区内没有此编号的设备警报 / there is no device alert of this id in your area"));
    }

    static ProblemException notPossible(DeviceAlert.State state) {
        return new ProblemException(Problem.of(
                409,
                "action-not-possible",
                "此状态下不可操作 / Not possible now",
                "设备警报状态为 " + Words.of(state) + " / the device alert's state is " + Words.of(state)));
    }

    static ProblemException noSuchCluster() {
        return new ProblemException(Problem.of(
                404,
                "cluster-not-found",
                "没有这起聚集 / No such cluster",
                "您的辖区内没有此编号的聚集性发热 / there is no cluster of this id in your area"));
    }

    static ProblemException noSuchDeadLetter() {
        return new ProblemException(Problem.of(
                404, "dead-letter-not-found", "没有这条记录 / No such record", "没有此编号的记录 / there is no record of this id"));
    }

    static ProblemException noSuchChannel() {
        return new ProblemException(Problem.of(
                404,
                "channel-not-found",
                "没有这个通知渠道 / No such channel",
                "您的辖区内没有此编号的渠道 / there is no channel of this id in your area"));
    }

    static ProblemException channelDisabled() {
        return new ProblemException(Problem.of(
                409, "channel-disabled", "渠道已停用 / The channel is disabled", "请先启用此渠道 / enable this channel first"));
    }

    static ProblemException mailNotSetUp() {
        return new ProblemException(Problem.of(
                409,
                "mail-not-set-up",
                "未配置邮件 / Mail is not set up",
                "本系统未配置邮件服务器与发件人 / this installation has no mail server and sender"));
    }

    static ProblemException noSuchSilence() {
        return new ProblemException(Problem.of(
                404,
                "silence-not-found",
                "没有这条静默 / No such silence",
                "您的辖区内没有此编号的静默 / there is no silence of this id in your area"));
    }

    static ProblemException noSuchNotification() {
        return new ProblemException(Problem.of(
                404,
                "notification-not-found",
                "没有这条通知 / No such notification",
                "您的辖区内没有此编号的通知 / there is no notification of this id in your area"));
    }

    static ProblemException notDead() {
        return new ProblemException(Problem.of(
                409,
                "notification-not-dead",
                "通知未失败 / The notification is not dead",
                "只有投递失败的通知可以重发 / only one that was given up can be sent again"));
    }

    static ProblemException originUnknown() {
        return new ProblemException(Problem.of(
                409,
                "dead-letter-origin-unknown",
                "来源不明 / Origin unknown",
                "此记录未注明来源主题，无法送回 / where this record stood was not noted; it cannot be sent back"));
    }

    static ProblemException anothersTopic() {
        return new ProblemException(Problem.of(
                409,
                "dead-letter-of-another-service",
                "其他服务的主题 / Another service's topic",
                "此主题由其他服务写入，旧记录不能送回；请在那里更改，会重新发布"
                        + " / another service writes that topic, and an old record must not be its last word: change it there,"
                        + " which tells it anew"));
    }

    static ProblemException unconditional() {
        return new ProblemException(Problem.of(
                428,
                "if-match-needed",
                "须带 If-Match / If-Match needed",
                "请以 If-Match 给出所见的 ETag / name the ETag as you saw it in If-Match"));
    }

    /** @param entityTag the alert's today */
    static ProblemException changed(String entityTag) {
        return new ProblemException(
                Problem.of(
                        412,
                        "alert-changed",
                        "警报已变化 / The alert has changed",
                        "他人操作或新读数已改变此警报，请重新查看 / somebody, or a reading, has changed this alert; look at it again"),
                entityTag);
    }

    /** @param entityTag today's */
    static ProblemException changedSince(String entityTag) {
        return new ProblemException(
                Problem.of(
                        412,
                        "changed",
                        "内容已变化 / It has changed",
                        "他人已作修改，请重新查看 / somebody has changed it; look at it again"),
                entityTag);
    }

    static ProblemException noSuchUnit() {
        return new ProblemException(Problem.of(
                404,
                "unit-not-found",
                "没有这个单位 / No such unit",
                "您的辖区内没有此编号的单位 / there is no unit of this id in your area"));
    }

    static ProblemException unitExists() {
        return new ProblemException(Problem.of(
                409, "unit-exists", "单位已有 / Unit exists", "同一地区已有同名单位 / a unit of this name is in this area already"));
    }

    static ProblemException unitInUse() {
        return new ProblemException(
                Problem.of(409, "unit-in-use", "单位仍在使用 / Unit in use", "请先删除引用它的内容 / first delete what refers to it"));
    }

    static ProblemException unitsChanged() {
        return new ProblemException(Problem.of(
                409,
                "units-changed",
                "内容已变化 / They have changed",
                "他人刚修改了其中的单位，请重试 / somebody has just changed one of them; try again"));
    }

    static Problem importRefused() {
        return Problem.of(
                422,
                "import-refused",
                "有错误的行，未导入 / Bad rows, nothing imported",
                "请改正所列各行后再导入 / correct the rows that are named, and import again");
    }

    /** @param unreadable says why, in both languages */
    static Problem unreadable(UnreadableCsv unreadable) {
        return unreadable.isTooLong()
                ? Problem.of(413, "too-many-rows", "行数过多 / Too many rows", unreadable.why())
                : Problem.of(400, "unreadable-csv", "CSV 无法读取 / Not a readable CSV document", unreadable.why());
    }

    static ProblemException noSuchShift() {
        return new ProblemException(Problem.of(
                404, "shift-not-found", "没有这个班次 / No such shift", "该单位没有此编号的班次 / the unit has no shift of this id"));
    }

    /** @param complaint in both languages, the member's name left out */
    static ProblemException shiftImpossible(String member, String complaint) {
        return new ProblemException(
                Problem.of(422, "shift-impossible", "班次不成立 / Impossible shift", member + " " + complaint));
    }

    static ProblemException shiftOverlap() {
        return new ProblemException(Problem.of(
                409,
                "shift-overlap",
                "班次重叠 / Shifts overlap",
                "此人在该单位已有重叠的班次 / somebody is on this unit's roster already at that time"));
    }

    static ProblemException shiftOver() {
        return new ProblemException(Problem.of(
                409, "shift-over", "班次已结束 / The shift is over", "已结束的班次留作记录 / what has been stays on record"));
    }

    static ProblemException noSuchHandover() {
        return new ProblemException(Problem.of(
                404,
                "handover-not-found",
                "没有这份交接 / No such hand-over",
                "您的辖区内没有此编号的交接 / there is no hand-over of this id in your area"));
    }

    static ProblemException ownHandover() {
        return new ProblemException(Problem.of(
                409, "own-handover", "须由他人接班 / Your own", "交班人不能自己接班 / its author cannot accept a hand-over"));
    }

    static ProblemException handoverAccepted() {
        return new ProblemException(Problem.of(
                409, "handover-accepted", "已有人接班 / Accepted already", "他人已接班 / somebody else has accepted it"));
    }

    static ProblemException noProbes() {
        return new ProblemException(Problem.of(
                404,
                "probes-not-found",
                "没有检验记录 / No probes",
                "您的辖区内没有此检测点的检验记录 / no probes of this checkpoint are expected in your area"));
    }

    static ProblemException notPossible(AlertState state) {
        return new ProblemException(Problem.of(
                409,
                "action-not-possible",
                "此状态下不可操作 / Not possible now",
                "警报状态为 " + Words.of(state) + " / the alert's state is " + Words.of(state)));
    }

    static Problem notSignedIn() {
        return Problem.of(
                401, "not-signed-in", "尚未登录 / Not signed in", "需要有效的 Bearer 令牌 / a valid bearer token is needed");
    }

    static Problem notAllowed() {
        return Problem.of(403, "not-allowed", "无权操作 / Not allowed", "您的角色无此权限 / your roles do not allow this");
    }

    static Problem broken() {
        return Problem.of(
                500, "internal-error", "服务内部错误 / Internal error", "服务出错，已记录 / the service failed and has noted why");
    }

    /** The problem of a status that the HTTP layer decided on. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 400 ->
                Problem.of(400, "bad-request", "请求不对 / Bad request", "无法理解该请求 / the request cannot be understood");
            case 401 -> notSignedIn();
            case 403 -> notAllowed();
            case 404 ->
                Problem.of(404, "not-found", "没有这个地址 / Nothing here", "此地址没有内容 / there is nothing at this address");
            case 405 ->
                Problem.of(
                        405,
                        "method-not-allowed",
                        "此地址不支持该方法 / Method not allowed",
                        "请换用其他方法 / this address has other methods");
            case 406 ->
                Problem.of(
                        406,
                        "not-acceptable",
                        "没有可接受的内容类型 / Not acceptable",
                        "请查看文档 / the document tells what is offered");
            case 415 ->
                Problem.of(
                        415,
                        "unsupported-media-type",
                        "内容类型不支持 / Media type not supported",
                        "请查看文档 / the document tells what is taken");
            default ->
                status >= 500
                        ? broken()
                        : Problem.of(status, "refused", "请求被拒绝 / Refused", "请求被拒绝 / the request was refused");
        };
    }
}
