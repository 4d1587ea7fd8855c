package io.feverline.registry.export;

import io.feverline.registry.judgement.Verdict;
import io.feverline.registry.passage.PastPassage;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of passages.
 *
 * @param header for people; programs go by the order of the columns
 * @param width in characters
 * @param value text, a number or a time with offset; null of an empty cell
 */
record Column(String header, int width, Function<PastPassage, @Nullable Object> value) {
    /** In order. */
    static final List<Column> ALL = List.of(
            new Column("测量时间（UTC+08:00）/ measured at", 24, p -> Measures.local(p.measuredAt())),
            new Column("检测点 / checkpoint", 24, PastPassage::checkpointName),
            new Column(
                    "体温（°C）/ temperature",
                    10,
                    p -> Measures.degrees(p.measurement().temperature())),
            new Column("部位 / site", 18, p -> Words.site(p.measurement().site())),
            new Column("方式 / mode", 24, p -> Words.mode(p.measurement().mode())),
            new Column("判定 / verdict", 18, of(p -> p.verdict(), verdict -> Words.verdict(verdict.kind()))),
            new Column(
                    "判定体温（°C）/ as judged",
                    10,
                    of(p -> p.verdict(), verdict -> Measures.degrees(verdict.temperature()))),
            new Column("阈值（°C）/ threshold", 10, of(p -> p.verdict(), verdict -> Measures.degrees(verdict.threshold()))),
            new Column("判定策略 / policy", 14, of(p -> p.verdict(), Verdict::policyVersion)),
            new Column("当时设备异常 / device findings", 24, p -> findings(p.deviceFindings())),
            new Column("环境温度（°C）/ ambient", 10, of(p -> p.measurement().ambient(), Measures::degrees)),
            new Column(
                    "设备修正值（°C）/ device offset",
                    10,
                    p -> Measures.degrees(p.measurement().deviceOffset())),
            new Column("收到时间（UTC+08:00）/ received at", 24, p -> Measures.local(p.receivedAt())),
            new Column("上传 / lane", 12, p -> Words.lane(p.measurement().lane())),
            new Column(
                    "时钟超前 / clock ahead", 12, p -> Words.yesOrNo(p.measurement().clockAhead())),
            new Column("班次 / trip", 12, p -> p.trip().trip()),
            new Column("座位 / seat", 8, p -> p.trip().seat()),
            new Column("出发地区划 / origin area", 14, p -> p.trip().originArea()),
            new Column("目的地区划 / destination area", 14, p -> p.trip().destinationArea()),
            new Column("检测点区划 / area of the checkpoint", 14, p -> p.place().areaCode()),
            new Column("检测点编号 / checkpoint id", 24, p -> p.place().checkpointId()),
            new Column("设备编号 / device id", 24, p -> p.place().deviceId()),
            new Column("旅客编号 / traveller id", 38, of(PastPassage::travellerId, UUID::toString)),
            new Column("车辆编号 / vehicle id", 38, of(PastPassage::vehicleId, UUID::toString)),
            new Column("读数编号 / reading id", 38, p -> p.readingId().toString()),
            new Column("复测自 / rechecks", 38, of(PastPassage::recheckOf, UUID::toString)));

    private static <T> Function<PastPassage, @Nullable Object> of(
            Function<PastPassage, @Nullable T> part, Function<T, Object> value) {
        return passage -> {
            T known = part.apply(passage);
            return known == null ? null : value.apply(known);
        };
    }

    private static @Nullable String findings(List<String> findings) {
        return findings.isEmpty() ? null : findings.stream().map(Words::finding).collect(Collectors.joining("; "));
    }
}
