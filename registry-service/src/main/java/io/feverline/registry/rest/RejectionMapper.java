package io.feverline.registry.rest;

import io.feverline.registry.Rejection;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** What is refused, as a problem. */
@Provider
public class RejectionMapper extends ExceptionMapperBase<Rejection> {
    @Override
    protected HttpProblem toProblem(Rejection rejection) {
        return problem(rejection);
    }

    static HttpProblem problem(Rejection rejection) {
        var problem = HttpProblem.builder()
                .withType(URI.create(Problems.TYPE + Names.of(rejection.reason())))
                .withStatus(status(rejection.reason()))
                .withTitle(title(rejection.reason()))
                .withDetail(rejection.getMessage());
        Long version = rejection.version();
        if (version != null) {
            problem.withHeader(HttpHeaders.ETAG, Versions.tag(version));
        }
        return problem.build();
    }

    private static Status status(Rejection.Reason reason) {
        return switch (reason) {
            case ALREADY_EXISTS,
                    ALREADY_SIGNED,
                    COUNT_NOT_KEPT,
                    FOLLOW_UP_ACCEPTED,
                    FOLLOW_UP_DAYS_LEFT,
                    FOLLOW_UP_NOT_ACCEPTED,
                    FOLLOW_UP_OVER,
                    IDENTITY_UNAVAILABLE,
                    MERGE_NOT_POSSIBLE,
                    NOT_SIGNED,
                    TIME_NOT_POSSIBLE,
                    TOO_MANY_KEYS,
                    TRAVELLER_HELD -> Status.CONFLICT;
            case AREA_OUTSIDE, CODE_NOT_VALID -> Status.FORBIDDEN;
            case CHANGED -> Status.PRECONDITION_FAILED;
            case IF_MATCH_NEEDED -> Status.PRECONDITION_REQUIRED;
            case ERASED -> Status.GONE;
            case NOT_FOUND -> Status.NOT_FOUND;
            case NOT_THE_WRITER -> Status.UNAUTHORIZED;
            case TOO_MANY_IDENTITIES -> Status.TOO_MANY_REQUESTS;
            case TOO_MANY_ROWS -> Status.REQUEST_ENTITY_TOO_LARGE;
            case EMPTY_PERIOD,
                    NUMBER_NOT_ON_RECORD,
                    PERIOD_TOO_LONG,
                    TOO_MANY_PASSAGES,
                    UNKNOWN_ACT,
                    UNKNOWN_AREA,
                    UNKNOWN_CHECKPOINT,
                    UNREADABLE_CSV,
                    UNREADABLE_CURSOR,
                    UNREADABLE_TIME -> Status.BAD_REQUEST;
        };
    }

    private static String title(Rejection.Reason reason) {
        return switch (reason) {
            case ALREADY_EXISTS -> "已登记 / Already registered";
            case ALREADY_SIGNED -> "已签报 / Already signed";
            case AREA_OUTSIDE -> "超出辖区 / Outside your area";
            case CHANGED -> "内容已变化 / It has changed";
            case COUNT_NOT_KEPT -> "设备计数已过保存期 / The devices' count is no longer kept";
            case CODE_NOT_VALID -> "注册码不能用 / Code not valid";
            case EMPTY_PERIOD -> "期间为空 / Empty period";
            case ERASED -> "已删除 / Erased";
            case FOLLOW_UP_ACCEPTED -> "随访已接受 / Already accepted";
            case FOLLOW_UP_DAYS_LEFT -> "随访期未满 / The days are not over";
            case FOLLOW_UP_NOT_ACCEPTED -> "随访未接受 / Not accepted";
            case FOLLOW_UP_OVER -> "随访已结束 / The follow-up is over";
            case IDENTITY_UNAVAILABLE -> "身份信息不可用 / Identity not available";
            case IF_MATCH_NEEDED -> "须带 If-Match / If-Match needed";
            case MERGE_NOT_POSSIBLE -> "无法合并 / Not to be merged";
            case NOT_FOUND -> "没有找到 / Not found";
            case NOT_SIGNED -> "尚未签报 / Not signed yet";
            case NOT_THE_WRITER -> "登录者不是填写人 / Somebody else has signed in";
            case NUMBER_NOT_ON_RECORD -> "不记录的号码 / A number that is not put on record";
            case PERIOD_TOO_LONG -> "期间过长 / Period too long";
            case TIME_NOT_POSSIBLE -> "时间不可行 / Time not possible";
            case TOO_MANY_IDENTITIES -> "打开的身份信息过多 / Too many identities opened";
            case TOO_MANY_KEYS -> "密钥过多 / Too many keys";
            case TOO_MANY_PASSAGES -> "行踪过多 / Too many passages";
            case TRAVELLER_HELD -> "旅客尚在随访 / Traveller followed up";
            case TOO_MANY_ROWS -> "行数过多 / Too many rows";
            case UNKNOWN_ACT -> "未知操作 / Unknown act";
            case UNKNOWN_AREA -> "未知区划 / Unknown area";
            case UNKNOWN_CHECKPOINT -> "未知检测点 / Unknown checkpoint";
            case UNREADABLE_CSV -> "CSV 无法读取 / Not a readable CSV document";
            case UNREADABLE_CURSOR -> "游标无效 / Not a cursor";
            case UNREADABLE_TIME -> "时间格式不对 / Not a time";
        };
    }
}
