package io.feverline.ingest.rest;

import io.feverline.ingest.reading.DocumentType;
import io.feverline.ingest.reading.Mode;
import io.feverline.ingest.reading.Site;
import io.feverline.ingest.reading.VehicleKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * What the document says of submissions, whose class is the domain's and carries no annotations, and of every failure.
 */
public final class OpenApiDetails implements OASFilter {
    static final String CLOUD_EVENT = "CloudEvent";
    static final String CLOUD_EVENTS = "CloudEvents";

    /** In order of status: the document must come out the same each time. */
    private static final SortedMap<String, String> FAILURES = new TreeMap<>(Map.of(
            "413", "请求过大 / Too large",
            "415", "内容类型不支持 / Media type not supported",
            "429", "超出配额，或密钥屡错 / Over the quota, or too many wrong keys: nothing was taken, wait for Retry-After",
            "500", "服务内部错误 / Internal error",
            "503", "正在启动，请按 Retry-After 重试 / Starting: try again after Retry-After"));

    @Override
    public Operation filterOperation(Operation operation) {
        FAILURES.forEach((status, description) -> {
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                status,
                                OASFactory.createAPIResponse()
                                        .description(description)
                                        .content(OASFactory.createContent()
                                                .addMediaType(
                                                        Problem.MEDIA_TYPE,
                                                        OASFactory.createMediaType()
                                                                .schema(OASFactory.createSchema()
                                                                        .ref("#/components/schemas/Problem")))));
            }
        });
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents()
                .addSchema(CLOUD_EVENT, cloudEvent())
                .addSchema(
                        CLOUD_EVENTS,
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.ARRAY))
                                .items(OASFactory.createSchema().ref("#/components/schemas/" + CLOUD_EVENT)));
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        of(schemas, "Submission")
                .required(List.of("id", "measuredAt", "temperature"))
                .description("一条体温读数；未知字段会被拒绝 / One body-temperature reading; unknown members are refused");
        member(
                        schemas,
                        "Submission",
                        "id",
                        "UUID，由设备生成；同一编号即同一读数 / chosen by the device; the same id is the same reading")
                .format("uuid")
                .examples(List.of("018f6c1e-7a3b-7c55-9d1e-1b2c3d4e5f60"));
        member(
                        schemas,
                        "Submission",
                        "measuredAt",
                        "测量时间，带时区，28 天内 / when it was measured, with offset, within 28 days")
                .format("date-time")
                .examples(List.of("2026-01-26T08:00:00.000+08:00"));
        member(schemas, "Submission", "temperature", "°C，20 到 47 / 20 to 47").examples(List.of(36.6));
        member(schemas, "Submission", "mode", "默认取设备登记值 / by default the device's")
                .enumeration(words(Mode.values()));
        member(schemas, "Submission", "site", "默认取设备登记值 / by default the device's")
                .enumeration(words(Site.values()));
        member(schemas, "Submission", "ambient", "环境温度 °C / of the surroundings, °C")
                .examples(List.of(3.5));
        member(
                schemas,
                "Submission",
                "seq",
                "同一 bootId 内从 0 起每条加一 / counts up by one per reading within one bootId, from 0");
        member(schemas, "Submission", "bootId", "设备本次启动 / the device's present run");
        member(schemas, "Submission", "deviceId", "可省略；须与密钥所属设备一致 / may be left out; must be the key's device");
        member(schemas, "Submission", "recheckOf", "所复测的读数 / the reading that this one rechecks")
                .format("uuid");
        member(
                schemas,
                "Submission",
                "synthetic",
                "检验从网关到值班员的通路，不属于任何人，不计数；不得带 traveller、vehicle、recheckOf、seq"
                        + " / tests the way to the duty officer: nobody's, never counted;"
                        + " without traveller, vehicle, recheckOf, seq");
        of(schemas, "HeartbeatSubmission")
                .required(List.of("clock"))
                .description("设备在线；未知字段会被拒绝 / A device is alive; unknown members are refused");
        member(
                        schemas,
                        "HeartbeatSubmission",
                        "clock",
                        "发送时设备的时间，带时区 / the device's time when it sent this, with offset")
                .format("date-time")
                .examples(List.of("2026-01-26T08:00:00.000+08:00"));
        member(
                schemas,
                "HeartbeatSubmission",
                "clockSet",
                "上次心跳后校过时钟；此前的估计作废 / the clock was set since the last heartbeat: what was estimated before is void");
        member(
                schemas,
                "HeartbeatSubmission",
                "bootId",
                "设备本次启动，最多 64 字符 / the device's present run, at most 64 characters");
        member(schemas, "HeartbeatSubmission", "battery", "电量，百分数 / percent")
                .minimum(BigDecimal.ZERO)
                .maximum(BigDecimal.valueOf(100));
        member(schemas, "HeartbeatSubmission", "firmware", "固件版本，最多 64 字符 / version, at most 64 characters");
        member(schemas, "HeartbeatSubmission", "queueLength", "设备中待发的读数 / readings that wait in the device")
                .minimum(BigDecimal.ZERO);
        of(schemas, "Traveller").required(List.of("documentType", "documentNumber"));
        member(schemas, "Traveller", "documentType", "证件类型 / kind of document")
                .enumeration(words(DocumentType.values()));
        member(schemas, "Traveller", "documentNumber", "证件号码；在此封存 / is sealed at this door")
                .examples(List.of("36032219800101001X"));
        member(schemas, "Traveller", "originArea", "GB/T 2260，6、9 或 12 位 / 6, 9 or 12 digits")
                .examples(List.of("420100"));
        member(schemas, "Traveller", "destinationArea", "GB/T 2260，6、9 或 12 位 / 6, 9 or 12 digits")
                .examples(List.of("360322"));
        of(schemas, "Vehicle").required(List.of("plate"));
        member(schemas, "Vehicle", "plate", "号牌；在此封存 / is sealed at this door").examples(List.of("鄂A12345"));
        member(schemas, "Vehicle", "kind", "默认 other / by default other").enumeration(words(VehicleKind.values()));
    }

    private static Schema cloudEvent() {
        return OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.OBJECT))
                .description(
                        "CloudEvents 1.0，结构化模式；data 即读数 / structured mode; data is the reading, under this id if it has none")
                .required(List.of("specversion", "type", "source", "id", "data"))
                .addProperty("specversion", text().enumeration(List.of("1.0")))
                .addProperty("type", text().enumeration(List.of("io.feverline.reading.v1")))
                .addProperty("source", text().format("uri-reference"))
                .addProperty("id", text())
                .addProperty("datacontenttype", text().enumeration(List.of("application/json")))
                .addProperty("data", OASFactory.createSchema().ref("#/components/schemas/Submission"));
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    }

    private static Schema of(Map<String, Schema> schemas, String name) {
        return Objects.requireNonNull(schemas.get(name), name);
    }

    private static Schema member(Map<String, Schema> schemas, String schema, String member, String description) {
        return of(of(schemas, schema).getProperties(), member).description(description);
    }

    private static List<Object> words(Enum<?>[] values) {
        return Stream.of(values)
                .<Object>map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
