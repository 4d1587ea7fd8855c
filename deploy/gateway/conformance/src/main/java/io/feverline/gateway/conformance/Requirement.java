package io.feverline.gateway.conformance;

/** What a gateway has to do, and why. */
enum Requirement {
    KEY_IN_HEADER(
            "key-in-header",
            "密钥只放在 Authorization 头",
            "The key is in the Authorization header only",
            "网址会进入日志",
            "URLs end in logs"),
    ID_IS_UUID(
            "id-is-uuid",
            "id 为 UUID",
            "The id is a UUID",
            "编号由设备生成，须不与任何设备重复",
            "devices choose ids, and no two may choose the same"),
    TIME_WITH_OFFSET(
            "time-with-offset",
            "measuredAt 带时区",
            "measuredAt has an offset",
            "没有时区的时间有二十多种意思",
            "without, it means any of two dozen moments"),
    READABLE(
            "readable",
            "内容可读，无未知字段，不超限",
            "Bodies can be read, hold known members only, keep the limits",
            "入口会拒绝其余内容；每批最多 1,000 条，每条 16 KiB，数组 4 MiB，NDJSON 16 MiB",
            "the door refuses all else; 1,000 readings per batch, 16 KiB each, an array 4 MiB, lines 16 MiB"),
    SAME_ID(
            "same-id",
            "重发用同一 id",
            "A reading sent again has the same id",
            "换了编号就成了两条读数",
            "under another id it is another reading, and counted twice"),
    SAME_BYTES(
            "same-bytes",
            "重发内容逐字节相同",
            "A reading sent again has the same bytes",
            "先到的一次有效，后来的改动会丢失",
            "the first to arrive counts; what was changed since is lost"),
    SENT_AGAIN(
            "sent-again",
            "未确认的读数一直重发，直到有结果",
            "What was not acknowledged is sent again until it is",
            "503、429、断线和超时都不是收下",
            "a 503, a 429, a cut line and a timeout acknowledge nothing"),
    NOT_AFTER_ACCEPTED(
            "not-after-accepted",
            "已确认的读数不再发送",
            "What was acknowledged is not sent again",
            "占用线路和配额",
            "it takes line and quota from others"),
    NOT_AFTER_REJECTED(
            "not-after-rejected",
            "被永久拒绝的读数不再发送",
            "What was refused for good is not sent again",
            "再发也不会被收下，还挡住后面的读数",
            "it will never be taken, and stands in the way of what will"),
    PATIENT(
            "patient",
            "应答到达前至少等 5 秒再重发",
            "It waits 5 s for an answer before it sends again",
            "慢的入口会因重发更慢",
            "a door that is slow gets slower by repetitions"),
    RETRY_AFTER(
            "retry-after",
            "遵守 Retry-After",
            "Retry-After is kept",
            "入口知道何时能再收",
            "the door knows when it can take more"),
    BACKOFF(
            "backoff",
            "中断时平均每半秒至多一次尝试",
            "In an outage it tries no more than twice a second on average",
            "恢复中的入口不能被重试压垮",
            "a door that comes back must not be knocked over"),
    JITTER(
            "jitter",
            "重试间隔有随机抖动",
            "Waiting times are jittered",
            "同时断开的设备不应同时回来",
            "gateways that lost the door at one moment must not come back at one moment"),
    LIVE_FIRST(
            "live-first",
            "恢复后新读数先于积压",
            "After an outage fresh readings go before the backlog",
            "值班员等的是现在的发热者",
            "an officer waits for the fever of now"),
    NUMBERS(
            "numbers",
            "同一 bootId 内 seq 连续",
            "seq has no gaps within a bootId",
            "序号缺失表示读数丢失",
            "a missing number is a lost reading to the registry",
            true),
    BATCH_ITEMS(
            "batch-items",
            "批量按条处理结果和 rest",
            "Of a batch each item's result and rest are heeded",
            "一条坏读数不影响其余",
            "one bad reading harms no other",
            true);

    private final String id;
    private final String chinese;
    private final String english;
    private final String chineseReason;
    private final String englishReason;
    private final boolean optional;

    Requirement(String id, String chinese, String english, String chineseReason, String englishReason) {
        this(id, chinese, english, chineseReason, englishReason, false);
    }

    Requirement(
            String id, String chinese, String english, String chineseReason, String englishReason, boolean optional) {
        this.id = id;
        this.chinese = chinese;
        this.english = english;
        this.chineseReason = chineseReason;
        this.englishReason = englishReason;
        this.optional = optional;
    }

    String id() {
        return id;
    }

    String words() {
        return chinese + " / " + english;
    }

    String reason() {
        return chineseReason + " / " + englishReason;
    }

    /** Whether a gateway may do without: then nothing is missing when it was not seen. */
    boolean optional() {
        return optional;
    }
}
