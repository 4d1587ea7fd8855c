package io.feverline.ingest.reading;

import java.util.Locale;

/** Why a submission is turned away. The name is the stable end of the problem's type URI and the metric's tag. */
public enum Reason {
    CONTENT_ENCODING("内容编码不支持 / Content encoding not supported"),
    CHARSET("字符集不是 UTF-8 / The character set is not UTF-8"),
    IDEMPOTENCY_KEY_MALFORMED("幂等键格式不对 / The Idempotency-Key is not a string in quotes"),
    IDEMPOTENCY_KEY_REUSED("幂等键已用于其他内容 / The Idempotency-Key was used for something else"),
    MALFORMED_GZIP("压缩数据损坏 / Not well-formed gzip"),
    TOO_LARGE("请求过大 / Too large"),
    TOO_MANY_ITEMS("批次过大 / Too many items"),
    LINE_TOO_LONG("一行过长 / A line is too long"),
    NOT_UTF_8("不是有效的 UTF-8 / Not well-formed UTF-8"),
    MALFORMED_JSON("不是有效的 JSON / Not well-formed JSON"),
    JSON_LIMIT("JSON 嵌套过深或内容过长 / The JSON is too deep or too long"),
    DUPLICATE_MEMBER("字段重复 / A member is repeated"),
    ENVELOPE_INVALID("CloudEvent 信封不对 / The CloudEvent's envelope is wrong"),
    MEMBER_TYPE("字段类型不对 / A member has the wrong type"),
    UNKNOWN_MEMBER("未知字段 / A member is unknown"),
    MEMBER_MISSING("缺少字段 / A member is missing"),
    MEMBER_TOO_LONG("字段过长 / A member is too long"),
    TEXT_UNSTORABLE("文本无法保存 / A text cannot be stored"),
    ID_INVALID("编号不是 UUID / The id is not a UUID"),
    TIME_INVALID("时间格式不对 / The time is not RFC 3339 with offset"),
    TIME_IMPLAUSIBLE("时间不可信 / The time is implausible"),
    TEMPERATURE_UNIT("体温单位不是摄氏度 / The temperature is not in °C"),
    TEMPERATURE_IMPLAUSIBLE("体温不可信 / The temperature is implausible"),
    AMBIENT_IMPLAUSIBLE("环境温度不可信 / The ambient temperature is implausible"),
    BATTERY_IMPLAUSIBLE("电量不可信 / The battery's charge is implausible"),
    QUEUE_INVALID("队列长度不对 / The queue's length is negative"),
    VALUE_UNKNOWN("取值不在列表中 / A value is not in its list"),
    AREA_INVALID("行政区划代码不对 / Not an area code"),
    SEQUENCE_INVALID("序号不对 / The sequence number is negative"),
    SYNTHETIC_OF_SOMEBODY("合成读数不属于任何人 / A synthetic reading is nobody's"),
    OTHER_DEVICE("不是本设备的读数 / The reading names another device");

    private final String title;
    private final String slug;

    Reason(String title) {
        this.title = title;
        this.slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people, Chinese first. */
    public String title() {
        return title;
    }

    /** Such as {@code temperature-unit}. */
    public String slug() {
        return slug;
    }
}
